import { decodeBase64, isLogin } from './base64';
import type { SecretForm } from './secret-form';
import { isWordLike } from './value-shapes';

/** The forms of credentials, the most telling first. */
export const secretForms: readonly SecretForm[] = [
  {
    name: 'private key',
    // Up to the next row of dashes; headers such as `Proc-Type` have single ones
    pattern: /(-----BEGIN (?:[A-Z\d]{1,16} ){0,2}PRIVATE KEY(?: BLOCK)?-----)([^-]*(?:-(?!----)[^-]*)*)/g,
    accepts: (key) => key.trim().length >= minKeyLength,
  },
  {
    name: 'private key',
    pattern: /((?<![\w+/]))(LS0tLS1CRUdJTi[\w+/]{24,}={0,2})/g,
    accepts: (key) => decodeBase64(key.slice(0, maxHeadLength))?.includes('PRIVATE KEY') === true,
  },
  { name: 'JSON Web Token', pattern: /((?<![\w-]))(eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})/g },
  {
    name: 'Authorization',
    pattern: /(\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)[ \t]{1,4})([A-Za-z\d+/_.=-]{8,})/g,
    accepts: (token, before) =>
      (token.length >= minTokenLength && !isWordLike(token) && !challenge.test(token)) ||
      (/^basic/i.test(before) && isLogin(token)),
  },
  {
    name: 'signature',
    pattern:
      /([?&](?:Signature|X-Amz-Signature|X-Obs-Signature|X-Amz-Security-Token|X-Obs-Security-Token)=)([^&\s"*<]{16,})/g,
  },
  {
    name: 'X-Auth-Token',
    pattern: /(X-(?:Auth|Subject|Security)-Token["']?\s*[:=]\s*["']?)([A-Za-z\d+/_=-]{20,})/g,
    accepts: (token) => !isWordLike(token),
  },
  {
    name: 'password in a URL',
    // Not the version of a container image, as in `docker://name:1.25@sha256:…`
    pattern: /(:\/\/[^/\s:@"]{0,64}:)([^/\s:@"*<]{3,64})(?=@(?!(?:sha\d{1,3}|md5|blake\w{1,4}):))/g,
    accepts: (password, before) => !isPort(password, before),
  },
  {
    name: 'password in a command',
    pattern: /((?<!\S)(?:-u|--user|--proxy-user)[ =]["']?[^\s:"'@/]{1,64}:)([^\s"'*]{3,64})/g,
    beside: /\bcurl\b/,
    accepts: (password) => !/^\d{1,5}$/.test(password),
  },
  {
    name: 'password in a command',
    pattern: /((?<!\S)-p[ =]?["']?)([^\s"'*]{6,})/g,
    beside: /\bdocker login\b|\bsshpass\b/,
    accepts: (password) => !isWordLike(password),
  },
  {
    name: 'password in a command',
    pattern:
      /((?<![^\s"'])[\w.-]{1,32}:)([^\s"'|*]{6,64})(?=["']?\s{0,4}\|\s{0,4}(?:sudo )?chpasswd(?! +-e))/g,
  },
];

/** What a server answers to a request without a token. */
const challenge = /^(?:realm|error\w*|scope|authorization_uri|resource_metadata)=/;
const minKeyLength = 20;
const minTokenLength = 16;
/** Enough to see what the text begins with. */
const maxHeadLength = 80;

/** Whether a host and a port come before the `@` of a mail address: `//example.com:8080?mail=a@example.com`. */
function isPort(password: string, before: string): boolean {
  const isHost = /[^/]\.[^/]|localhost|\]:$/.test(before);
  return /^\d{1,5}[?#,;&|)(]/.test(password) || (isHost && /^\d{1,5}$/.test(password));
}

/** A single search that matches whenever a form but the password in a URL does, or an option of a command. */
export const formHints =
  /eyJ|LS0tLS1CRUdJTi|[Bb](?:earer|asic|EARER|ASIC)[ \t\\]|Signature=|-Token|curl|docker login|sshpass|chpasswd|--[\w-]/;
