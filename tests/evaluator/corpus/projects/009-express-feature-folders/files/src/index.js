const express = require('express');
const articles = require('./articles/article.routes');
const users = require('./users/user.routes');

const app = express();
app.use(express.json());
app.use('/api', articles);
app.use('/api', users);
app.listen(3000);
