// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <shell/commands.h>
#include <shell/handbook.h>
#include <shell/palettes.h>
#include <shell/place.h>
#include <shell/settings.h>
#include <shell/studyfiles.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QFile>
#include <QTest>

#include <map>
#include <set>

using namespace Decayscope;

namespace {

bool touch(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly);
}

} // namespace

class TestShellParts : public QObject
{
    Q_OBJECT

private slots:
    void placesAreAHistory()
    {
        PlaceHistory places;
        places.visit({.page = Page::Tables});
        places.visit({.page = Page::Tables});
        places.visit({.page = Page::Runs, .filter = {.levels = {2}}});
        QVERIFY(!places.canGoForward());
        places.goBack();
        QCOMPARE(places.current(), (Place{.page = Page::Tables}));
        places.goBack();
        QVERIFY(!places.canGoBack());
        places.goForward();
        places.visit({.page = Page::Overview});
        QVERIFY(!places.canGoForward());
    }

    void theStudyToOpenIsFoundInOrder()
    {
        QTemporaryDir folder;
        const auto last = folder.filePath(QStringLiteral("last.decayscope"));
        const auto standard = folder.filePath(QStringLiteral("default.decayscope"));
        QCOMPARE(studyToOpen({}, last, standard), QString());
        QVERIFY(touch(standard));
        QCOMPARE(studyToOpen({}, last, standard), standard);
        QVERIFY(touch(last));
        QCOMPARE(studyToOpen({}, last, standard), last);
        QCOMPARE(studyToOpen(QStringLiteral("asked"), last, standard), QStringLiteral("asked"));
    }

    void freshStudiesNeverOverwrite()
    {
        const auto first = freshStudyPath(QStringLiteral("/data/my.results/"));
        QVERIFY2(first.endsWith(u"/decayscope/my.decayscope"), qPrintable(first));
        QVERIFY(touch(first));
        QVERIFY(freshStudyPath(QStringLiteral("/data/my.zip")).endsWith(u"/decayscope/my 2.decayscope"));
    }

    void recentStudiesAreThereAndUnique()
    {
        QTemporaryDir folder;
        const auto a = folder.filePath(QStringLiteral("a.decayscope"));
        const auto b = folder.filePath(QStringLiteral("b.decayscope"));
        QVERIFY(touch(a) && touch(b));
        QCOMPARE(withRecent({a, QStringLiteral("/gone"), b}, b), QStringList({b, a}));
    }

    void defaultsAreNotWritten()
    {
        const SettingKey<int> key{"test/number", 7};
        Settings settings;
        QCOMPARE(settings.value(key), 7);
        settings.set(key, 9);
        QCOMPARE(Settings().value(key), 9);
        settings.set(key, 7);
        QCOMPARE(QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("decayscope"),
                     QStringLiteral("decayscope"))
                     .contains(QStringLiteral("test/number")),
            false);
    }

    void commandsHaveWordsAndTheirOwnKeys()
    {
        std::map<QString, QString> owners;
        for (const auto &row : commandRows()) {
            QVERIFY2(!commandText(row).isEmpty() && !commandTip(row).isEmpty(), row.text);
            for (const auto &keys : commandKeys(row)) {
                QVERIFY2(!keys.isEmpty(), row.keys);
                const auto [known, isNew] = owners.emplace(keys.toString(), commandText(row));
                QVERIFY2(
                    isNew, qPrintable(keys.toString() % u" belongs to " % known->second % u" and " % commandText(row)));
            }
        }
    }

    void everyKeyStandsInTheHandbook()
    {
        const auto text = keysMarkdown();
        for (const auto &row : commandRows()) {
            if (row.keys[0] != '\0')
                QVERIFY2(text.contains(commandTip(row)), row.text);
        }
        QStringList titles;
        for (const auto &page : handbookPages())
            titles << page.title;
        QCOMPARE(titles,
            QStringList({QStringLiteral("Getting started"), QStringLiteral("What the numbers mean"),
                QStringLiteral("Import"), QStringLiteral("Reading a run"), QStringLiteral("Labelling failures"),
                QStringLiteral("Agreement"), QStringLiteral("Command line"), QStringLiteral("Evaluating code"),
                QStringLiteral("Verifiers: what is checked and how well"), QStringLiteral("Tasks and contracts"),
                QStringLiteral("Figures and tables for a paper"), QStringLiteral("Statistics beyond the study"),
                QStringLiteral("Handing in"), QStringLiteral("Keys")}));
    }

    void textContrastsInBothPalettes()
    {
        for (const auto &palette : {lightPalette(), darkPalette()}) {
            for (const auto ground : {QPalette::Base, QPalette::Window}) {
                QVERIFY(contrast(palette.color(QPalette::Text), palette.color(ground)) >= 7.0);
                QVERIFY(contrast(mutedText(palette), palette.color(ground)) >= 4.5);
            }
            QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
            QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
            QVERIFY(contrast(palette.color(QPalette::Highlight), palette.color(QPalette::Base)) >= 3.0);
        }
    }
};

int main(int argc, char **argv)
{
    const Decayscope::Test::FreshUser user;
    QApplication application(argc, argv);
    TestShellParts test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_shellparts.moc"
