import { DataTypes, Sequelize } from 'sequelize';

export const sequelize =
  process.env.NODE_ENV === 'test'
    ? new Sequelize('sqlite::memory:', { logging: false })
    : new Sequelize('postgres://user:password@postgres:5432/conduit');

export const Tag = sequelize.define('tag', { name: { type: DataTypes.STRING, primaryKey: true } });
