const { Sequelize, DataTypes } = require('sequelize');

class Database {
  constructor({ host = 'postgres' } = {}) {
    this.sequelize = new Sequelize('conduit', 'user', 'password', { host, dialect: 'postgres', logging: false });
    this.Tag = this.sequelize.define('Tag', { name: { type: DataTypes.STRING, primaryKey: true }, uses: DataTypes.INTEGER });
  }

  tags() {
    return this.Tag.findAll({ order: [['uses', 'DESC']] });
  }

  async popular() {
    const sql = 'SELECT name FROM "Tags" ' + 'WHERE uses > 10 ' + 'ORDER BY uses DESC';
    const [rows] = await this.sequelize.query(sql);
    return rows;
  }
}

module.exports = new Database();
