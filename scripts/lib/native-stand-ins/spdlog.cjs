/** Replaces the native logger of the VS Code server; implements the part of its API that the server calls. */
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

/** @param {string} file */
function createLogger(file) {
  let threshold = levels.indexOf('info');
  let plain = false;
  mkdirSync(dirname(file), { recursive: true });

  /** @type {(level: number) => (message: string) => void} */
  const writer = (level) => (message) => {
    if (level < threshold) return;
    const line = plain ? message : `${new Date().toISOString()} [${levels[level]}] ${message}\n`;
    try {
      appendFileSync(file, line);
    } catch {
      // The log folder may be deleted before a stopping server writes its last messages
    }
  };

  return {
    ...Object.fromEntries(levels.map((name, level) => [name, writer(level)])),
    getLevel: () => threshold,
    /** @param {number} level */
    setLevel(level) {
      threshold = level;
    },
    clearFormatters() {
      plain = true;
    },
    setPattern() {},
    flush() {},
    drop() {},
  };
}

class Logger {
  /**
   * @param {string} _kind
   * @param {string} _name
   * @param {string} file
   */
  constructor(_kind, _name, file) {
    Object.assign(this, createLogger(file));
  }
}

/** @type {(name: string, file: string) => Promise<Logger>} */
const createRotatingLogger = async (name, file) => new Logger('rotating', name, file);

// Assigned one by one: the server imports this as an ES module, and only such named exports are detected
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createRotatingLogger;
exports.createAsyncRotatingLogger = createRotatingLogger;
