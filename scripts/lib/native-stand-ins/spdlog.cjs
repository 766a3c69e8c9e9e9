/** Stands in for the native logger of the VS Code server: the part of its interface that the server calls. */
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
      // The log folder goes away before the last words of a server that is being stopped
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

// Each by its name: the server imports this as a module, which finds them only so
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createRotatingLogger;
exports.createAsyncRotatingLogger = createRotatingLogger;
