class User {
  constructor(email) {
    this.email = email;
  }
}
module.exports = { User };
