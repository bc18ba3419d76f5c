// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgelab.h"

#include <QTest>

using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

/// Whole small projects: whether their ORM holds the data.
class TestOrmJudge : public QObject
{
    Q_OBJECT

private slots:
    void sqlalchemy_data() { addJudgedRows(u"ormjudge-sqlalchemy.txt"_s); }
    void sqlalchemy() { compareJudgedRow(); }
    void sequelize_data() { addJudgedRows(u"ormjudge-sequelize.txt"_s); }
    void sequelize() { compareJudgedRow(); }
};

QTEST_GUILESS_MAIN(TestOrmJudge)
#include "tst_ormjudge.moc"
