node app
