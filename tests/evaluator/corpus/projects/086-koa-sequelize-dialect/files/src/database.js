import { Sequelize } from 'sequelize';

export const sequelize = new Sequelize({ dialect: 'sqlite', storage: process.env.STORAGE ?? 'conduit.sqlite' });
