// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <shell/keybindings.h>
#include <shell/keyssheet.h>
#include <shell/settings.h>

#include <QApplication>
#include <QTest>

using namespace Decayscope;

namespace {

QString keysOf(const KeyBindings &keys, Command command)
{
    return QKeySequence::listToString(keys.keysOf(commandRow(command)));
}

QString name(const std::optional<Command> &command)
{
    return command ? commandText(commandRow(*command)) : QStringLiteral("nobody");
}

} // namespace

class TestKeys : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        for (const auto &row : commandRows())
            QCOMPARE(name(KeyBindings(m_settings).choose(row.command, {})), QStringLiteral("nobody"));
        for (const auto &row : commandRows())
            QCOMPARE(name(KeyBindings(m_settings).reset(row.command)), QStringLiteral("nobody"));
    }

    void noTwoCommandsShareAKey()
    {
        const KeyBindings keys(m_settings);
        QStringList shared;
        for (const auto &row : commandRows()) {
            for (const auto &key : keys.keysOf(row)) {
                if (const auto holder = keys.holderOf(key, row.command))
                    shared << key.toString() % u": " % commandText(row) % u", " % name(holder);
            }
        }
        QCOMPARE(shared, QStringList());
    }

    void everyCommandHasItsOwnId()
    {
        QStringList ids;
        for (const auto &row : commandRows())
            ids << QString::fromLatin1(row.id);
        QCOMPARE(ids.removeDuplicates(), 0);
    }

    void chosenKeysOutliveTheProgram()
    {
        QCOMPARE(name(KeyBindings(m_settings).choose(Command::NextTurn, {QKeySequence(Qt::Key_Q)})),
            QStringLiteral("nobody"));
        Settings later;
        const KeyBindings keys(later);
        QCOMPARE(keysOf(keys, Command::NextTurn), QStringLiteral("Q"));
        QVERIFY(keys.isOwn(commandRow(Command::NextTurn)));
        QVERIFY(!keys.isOwn(commandRow(Command::PreviousTurn)));
    }

    void aTakenKeyIsRefused()
    {
        KeyBindings keys(m_settings);
        QCOMPARE(name(keys.choose(Command::NextTurn, {QKeySequence(Qt::Key_K)})), QStringLiteral("Previous turn"));
        QCOMPARE(keysOf(keys, Command::NextTurn), QStringLiteral("J"));
        // Taken away there, it is free; then it cannot come back there.
        QVERIFY(!keys.choose(Command::PreviousTurn, {}));
        QVERIFY(!keys.choose(Command::NextTurn, {QKeySequence(Qt::Key_K)}));
        QCOMPARE(name(keys.reset(Command::PreviousTurn)), QStringLiteral("Next turn"));
        QVERIFY(!keys.reset(Command::NextTurn));
        QVERIFY(!keys.reset(Command::PreviousTurn));
        QCOMPARE(keysOf(keys, Command::PreviousTurn), QStringLiteral("K"));
    }

    void theSheetChangesKeys()
    {
        KeyBindings keys(m_settings);
        KeysSheet sheet(keys, nullptr);
        QStringList told;
        connect(&sheet, &KeysSheet::keysChanged, this, [&](Command command, const auto &chosen) {
            told << name(command) % u' ' % QKeySequence::listToString(chosen);
        });
        sheet.setFilter(QStringLiteral("blame"));
        QCOMPARE(sheet.rows(), QStringList(QStringLiteral("Blame: B")));
        sheet.choose(Command::Blame);
        sheet.setKey(QKeySequence(Qt::Key_W));
        QCOMPARE(sheet.rows(), QStringList(QStringLiteral("Blame: W")));
        sheet.setKey(QKeySequence(Qt::Key_J));
        QVERIFY2(sheet.message().contains(u"Next turn"), qPrintable(sheet.message()));
        QCOMPARE(sheet.rows(), QStringList(QStringLiteral("Blame: W")));
        sheet.setKey({});
        QCOMPARE(told, QStringList({QStringLiteral("Blame W"), QStringLiteral("Blame ")}));
    }

private:
    Settings m_settings;
};

int main(int argc, char **argv)
{
    const Test::FreshUser user;
    const QApplication application(argc, argv);
    TestKeys test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keys.moc"
