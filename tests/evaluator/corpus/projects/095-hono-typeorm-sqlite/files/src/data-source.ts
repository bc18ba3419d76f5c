import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { Tag } from './tag.entity';

export const source = new DataSource({ type: 'sqlite', database: 'conduit.db', entities: [Tag], synchronize: true });
