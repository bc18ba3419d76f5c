// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <base/terminaltext.h>

#include <QTest>

using namespace Decayscope;

class TestTerminalText : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheTerminalSafe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << QStringLiteral("a\tb\nç ✓") << QStringLiteral("a\tb\nç ✓");
        QTest::newRow("colour") << QStringLiteral("\x1b[1;31mred\x1b[0m!") << QStringLiteral("red!");
        QTest::newRow("title") << QStringLiteral("\x1b]0;title\x07x\x1b]8;;http:\x1b\\y") << QStringLiteral("xy");
        QTest::newRow("unfinished string") << QStringLiteral("\x1b]0;title") << QStringLiteral("0;title");
        QTest::newRow("unfinished sequence") << QStringLiteral("a\x1b[12") << QStringLiteral("a");
        QTest::newRow("broken sequence") << QStringLiteral("\x1b[1\nx") << QStringLiteral("\nx");
        QTest::newRow("last byte") << QStringLiteral("x\x1b") << QStringLiteral("x");
        QTest::newRow("reset") << QStringLiteral("\x1b"
                                                 "cx")
                               << QStringLiteral("x");
        QTest::newRow("controls") << QStringLiteral("a\rb\bc\u009b31m\u007f") << QStringLiteral("a b c 31m ");
        QTest::newRow("line ends") << QStringLiteral("a\r\nb") << QStringLiteral("a\nb");
        QTest::newRow("direction") << QStringLiteral("a\u202eb") << QStringLiteral("a b");
    }

    void keepsTheTerminalSafe()
    {
        QFETCH(QString, text);
        QTEST(terminalText(text), "safe");
        QVERIFY(!terminalText(QStringLiteral("\x1b]").repeated(100'000)).contains(u'\x1b'));
        QCOMPARE(terminalLine(QStringLiteral(" a \n b ").repeated(50), 5), QStringLiteral("a b …"));
    }
};

QTEST_GUILESS_MAIN(TestTerminalText)
#include "tst_terminaltext.moc"
