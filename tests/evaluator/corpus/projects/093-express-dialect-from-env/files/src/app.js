const express = require('express');
const sequelize = require('./sequelize');
const User = require('./user');

const app = express();
app.use(express.json());
app.post('/api/users', async (req, res) => {
  const user = await User.create(req.body.user);
  res.status(201).json({ user });
});
sequelize.sync().then(() => app.listen(3000));
