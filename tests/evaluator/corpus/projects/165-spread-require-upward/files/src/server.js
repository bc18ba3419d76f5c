'use strict';

const express = require('express');
const { migrate } = require('./db');
const commentRoutes = require('./routes/comments');
const errorHandler = require('./middleware/error-handler');

const app = express();
app.use(express.json());
app.get('/api/health-check', (req, res) => res.json({ status: 'ok' }));
app.use('/api', commentRoutes);
app.use(errorHandler);

migrate();
const port = process.env.PORT || 3000;
app.listen(port, () => console.log(`conduit listens on ${port}`));

module.exports = app;
