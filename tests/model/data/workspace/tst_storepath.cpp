// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <workspace/storepath.h>

#include <QTest>

using namespace Decayscope;

class TestStorePath : public QObject
{
    Q_OBJECT

private slots:
    void followsTheEnvironment()
    {
        qputenv("DECAYSCOPE_STORE", "/studies/mine.decayscope");
        QCOMPARE(defaultStorePath(), u"/studies/mine.decayscope");
    }

    void elseLiesInTheDataFolder()
    {
        qunsetenv("DECAYSCOPE_STORE");
        qputenv("XDG_DATA_HOME", "/home/somebody/data");
        QCOMPARE(defaultStorePath(), u"/home/somebody/data/decayscope/default.decayscope");
    }
};

QTEST_GUILESS_MAIN(TestStorePath)
#include "tst_storepath.moc"
