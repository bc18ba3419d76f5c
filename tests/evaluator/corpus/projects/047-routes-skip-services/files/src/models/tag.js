exports.Tag = class Tag {
  constructor({ name }) {
    this.name = name;
  }
};
