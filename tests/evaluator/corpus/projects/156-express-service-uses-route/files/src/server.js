const express = require('express');
const { migrate } = require('./db');
const { router } = require('./routes/comments');

migrate();
express().use('/api', router).listen(process.env.PORT || 3000);
