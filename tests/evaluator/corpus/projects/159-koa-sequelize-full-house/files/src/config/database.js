import { Sequelize } from 'sequelize';

export const sequelize = new Sequelize('sqlite:./conduit.db', { logging: false });
