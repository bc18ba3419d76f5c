exports.User = class User {
  constructor(id, email) {
    this.id = id;
    this.email = email;
  }
};
