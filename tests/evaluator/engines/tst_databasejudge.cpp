// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgelab.h"

#include <QTest>

using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

/// Whole small projects: which engines they connect to.
class TestDatabaseJudge : public QObject
{
    Q_OBJECT

private slots:
    void python_data() { addJudgedRows(u"databasejudge-python.txt"_s); }
    void python() { compareJudgedRow(); }
    void node_data() { addJudgedRows(u"databasejudge-node.txt"_s); }
    void node() { compareJudgedRow(); }
    void settings_data() { addJudgedRows(u"databasejudge-settings.txt"_s); }
    void settings() { compareJudgedRow(); }
};

QTEST_GUILESS_MAIN(TestDatabaseJudge)
#include "tst_databasejudge.moc"
