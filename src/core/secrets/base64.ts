const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const form = /^[A-Za-z\d+/\s]+={0,2}\s*$/;

/** The bytes of a text in Base64, one character each; `undefined` if it is not Base64. */
export function decodeBase64(encoded: string): string | undefined {
  if (!form.test(encoded)) return undefined;
  let bits = 0;
  let bitCount = 0;
  let decoded = '';
  for (const digit of encoded) {
    const value = alphabet.indexOf(digit);
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    decoded += String.fromCharCode((bits >> bitCount) & 0xff);
  }
  return decoded;
}

/** Whether it is `user:password` in Base64. */
export function isLogin(encoded: string): boolean {
  const decoded = encoded.length <= maxLoginLength ? decodeBase64(encoded) : undefined;
  return decoded !== undefined && login.test(decoded) && !decoded.includes('***');
}

const maxLoginLength = 8_000;
const login = /^[!-9;-~]+:[!-~]{3,}$/;
