const { Emitter } = require('event-kit/services');
const paths = require('event-kit/lib/routes');

class Comment extends Emitter {
  constructor(row) {
    super();
    this.id = row.id;
    this.body = row.body;
    this.createdAt = row.created_at;
    this.channel = paths.main;
  }
}

module.exports = { Comment };
