// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <shell/deeplink.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QString printed(const QString &text)
{
    const auto link = readLink(text);
    if (!link)
        return link.error().message;
    const auto &place = link->place;
    return QStringLiteral("%1 run %2 turn %3 %4:%5")
        .arg(link->storeId)
        .arg(place.run.value)
        .arg(place.turn)
        .arg(place.file)
        .arg(place.line);
}

} // namespace

class TestDeepLink : public QObject
{
    Q_OBJECT

private slots:
    void saysWhereOneIs()
    {
        QCOMPARE(linkText({.storeId = u"a91f"_s, .place = {.run = RunId{37}, .turn = 18}}),
            u"decayscope:a91f/run/37#turn=19"_s);
        QCOMPARE(linkText({.storeId = u"a91f"_s, .place = {RunId{37}, 18, u"src/a b&c#d=é.js"_s, 4}}),
            u"decayscope:a91f/run/37#turn=19&file=src/a%20b%26c%23d%3D%C3%A9.js&line=4"_s);
    }

    void isReadAsWritten_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto &file : {u""_s, u"src/app.js"_s, u"a b/ü+%20#&=?.py"_s, u"日本.ts"_s})
            QTest::newRow(qPrintable(file)) << file;
    }

    void isReadAsWritten()
    {
        QFETCH(QString, file);
        const DeepLink link{.storeId = u"0f-9"_s, .place = {RunId{5}, 0, file, 12}};
        QCOMPARE(readLink(linkText(link)), Result<DeepLink>(link));
    }

    void oddLinksAreRefusedOrMended()
    {
        QCOMPARE(printed(u" DECAYSCOPE:x/run/3 "_s), u"x run 3 turn 0 :0"_s);
        QCOMPARE(printed(u"decayscope:x/run/3#turn=-4&line=zwei"_s), u"x run 3 turn 0 :0"_s);
        QCOMPARE(printed(u"decayscope:x/run/3#turn=99999999999999999999"_s), u"x run 3 turn 0 :0"_s);
        for (const auto &bad : {u"http://x/run/3"_s, u"decayscope:x/run/"_s, u"decayscope:/run/3"_s,
                 u"decayscope:x/walk/3"_s, u"decayscope:x/run/-3"_s, u"decayscope:"_s, u""_s})
            QVERIFY2(printed(bad).contains(u"is no link to a run"), qPrintable(bad));
    }
};

QTEST_GUILESS_MAIN(TestDeepLink)
#include "tst_deeplink.moc"
