'use strict';
const express = require('express');
const cors = require('cors');
const routes = require('./routes');
const { API_PREFIX } = require('./config');

const app = express();
app.use(cors());
app.use(express.json());
app.use(API_PREFIX, routes);
app.use((req, res) => res.status(404).json({ errors: { body: ['not found'] } }));
module.exports = app;
