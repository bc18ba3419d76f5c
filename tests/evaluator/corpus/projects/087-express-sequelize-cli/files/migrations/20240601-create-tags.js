'use strict';

module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('Tags', { id: { type: Sequelize.INTEGER, primaryKey: true }, name: Sequelize.STRING });
    await queryInterface.sequelize.query('CREATE INDEX tags_name ON "Tags" (name)');
  },
  async down(queryInterface) {
    await queryInterface.dropTable('Tags');
  },
};
