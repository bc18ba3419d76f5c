class Comment {
  constructor(row) {
    this.id = row.id;
    this.body = row.body;
    this.createdAt = row.created_at;
  }
}

module.exports = { Comment };
