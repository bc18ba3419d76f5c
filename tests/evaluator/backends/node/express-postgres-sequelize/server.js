'use strict';

const express = require('express');
const { prepare } = require('./repositories/schema');
const { findViewer, reportRefusal } = require('./routes/access');

const app = express();
app.get('/api/health-check', (req, res) => res.json({ status: 'ok' }));
app.use(express.json());
app.use('/api', findViewer, require('./routes/users'), require('./routes/articles'));
app.use((req, res) => res.status(404).json({ errors: { body: ['not found'] } }));
app.use(reportRefusal);

prepare().then(() => app.listen(3000, () => console.log('Conduit listens on port 3000')));
