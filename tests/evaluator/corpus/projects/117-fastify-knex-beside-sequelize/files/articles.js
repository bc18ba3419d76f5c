import { DataTypes, Sequelize } from 'sequelize';

export const sequelize = new Sequelize('postgres://user:password@postgres/conduit');
export const Article = sequelize.define('article', { slug: DataTypes.STRING });
