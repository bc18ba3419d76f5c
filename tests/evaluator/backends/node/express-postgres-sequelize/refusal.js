'use strict';

/** What a service does not do, and why: the status tells whose fault it is. */
class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

module.exports = Refusal;
