// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/searchquery.h>
#include <store/textsearch.h>

#include <QTest>

using namespace Decayscope;

namespace {

/// The query of the index, "~" before it where texts must be checked; or the complaint.
QString answerTo(const QString &text)
{
    const auto query = SearchQuery::parse(text);
    if (!query)
        return query.error().message;
    return (query->isExact() ? QString() : QStringLiteral("~")) + query->indexQuery();
}

/// The snippet with its marks in brackets; "no: " before it where the query does not fit.
QString found(const QString &query, const QByteArray &text)
{
    const auto match = TextSearch(*SearchQuery::parse(query)).match(text);
    auto snippet = snippetOf(text, match.places);
    for (auto mark = snippet.marks.rbegin(); mark != snippet.marks.rend(); ++mark) {
        snippet.text.insert(mark->first + mark->second, u']');
        snippet.text.insert(mark->first, u'[');
    }
    return (match.fits ? QString() : QStringLiteral("no: ")) + snippet.text;
}

} // namespace

class TestSearchQuery : public QObject
{
    Q_OBJECT

private slots:
    void asksTheIndex_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        const auto row = [](const char *text, const char *query) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(query);
        };
        row("one", R"(("one"))");
        row("one two", R"((("one") AND ("two")))");
        row("one AND two OR three", R"(((("one") AND ("two")) OR ("three")))");
        row("one (two OR three)", R"((("one") AND (("two") OR ("three"))))");
        row("one NOT two", R"((("one") NOT ("two")))");
        row("one AND NOT two", R"((("one") NOT ("two")))");
        row("one two AND NOT three four", R"((((("one") AND ("two")) NOT ("three")) AND ("four")))");
        row("one NOT (two NOT three)", R"((("one") NOT (("two") NOT ("three"))))");
        row("handl*", R"(("handl" *))");
        row("\"to equal\"", R"(~("to" AND "equal"))");
        row("\"to equal 2\"*", R"(~("to" AND "equal" AND "2" *))");
        row("app.js", R"(~("app" AND "js"))");
        row("one NOT \"two three\"", R"(~("one"))");
        row("one NOT (\"two three\" OR four)", R"(~(("one") NOT (("four"))))");
        row("one NOT (\"two three\" AND four)", R"(~("one"))");
        row("one NOT (two NOT \"three four\")", R"(~(("one") NOT (("two") NOT ("three" AND "four"))))");
        row("and or not", R"((("and") AND ("or") AND ("not")))");
        row("one == two", R"((("one") AND ("two")))");
        row("a:b NEAR(c)", R"(~(("a" AND "b") AND ("NEAR") AND ("c")))");
        row("", "Type a word to search for.");
        row(" == *", "Type a word to search for.");
        row("NOT one", "Character 1: NOT needs something before it, as in \"login NOT test\".");
        row("one OR NOT two", "Character 8: NOT needs something before it, as in \"login NOT test\".");
        row("one AND", "Character 8: a word or phrase is expected here.");
        row("OR one", "Character 1: a word or phrase is expected here.");
        row("(one", "Character 1: this parenthesis is never closed.");
        row("one)", "Character 4: this parenthesis closes nothing.");
        row("one ()", "Character 6: a word or phrase is expected here.");
        row("one \"two", "Character 5: this quotation mark is never closed.");
    }

    void asksTheIndex()
    {
        QFETCH(QString, text);
        QTEST(answerTo(text), "query");
    }

    void boundsWhatItTakes()
    {
        QVERIFY(answerTo(QStringLiteral("a ").repeated(65)).contains(u"at most 64"));
        QVERIFY(answerTo(QStringLiteral("a").repeated(2001)).contains(u"at most 2000"));
        QVERIFY(answerTo(QStringLiteral("(").repeated(1000)).contains(u"nest too deeply"));
        QVERIFY(!answerTo(QStringLiteral("a NOT ").repeated(60) + u"b").startsWith(u"Character"));
    }

    void findsInTexts_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("snippet");
        const auto row = [](const char *query, const QByteArray &text, const char *snippet) {
            QTest::addRow("%s in %s", query, text.first(std::min<qsizetype>(text.size(), 40)).constData())
                << QString::fromUtf8(query) << text << QString::fromUtf8(snippet);
        };
        row("EQUAL", "expected 409 to equal 200", "expected 409 to [equal] 200");
        row("\"to equal\"", "expected 409 to equal 200", "expected 409 [to equal] 200");
        row("\"to equal\"", "expected to be equal", "no: expected to be equal");
        row("\"to eq\"*", "expected 409 to\n equal 200", "expected 409 [to  equal] 200");
        row("app.js", "see /src/app.js:3", "see /src/[app.js]:3");
        row("grosse OR größe", "die Größe", "die [Größe]");
        row("naive", "a naïve count", "a [naïve] count");
        row("word", "sword words", "no: sword words");
        row("word*", "sword words", "sword [words]");
        row("a NOT b", "a b", "no: [a] b");
        row("\"a a b\"", "a a a b", "a [a a b]");
        row("x", QByteArray("a\0b\x1b[31m x\xff", 11), "a b [31m [x]\uFFFD");
        row("x", "", "no: ");
        row("x", QByteArray("\xe2\x80\xaex", 4), " [x]");
    }

    void findsInTexts()
    {
        QFETCH(QString, query);
        QFETCH(QByteArray, text);
        QTEST(found(query, text), "snippet");
    }

    void cutsSnippetsAroundTheRichestPlace()
    {
        const auto filler = QByteArray("filler text ").repeated(50);
        const auto text = found(QStringLiteral("login OR session"), "login " + filler + "login session " + filler);
        QVERIFY2(text.contains(u"[login] [session]"), qPrintable(text));
        QVERIFY(text.startsWith(u'…') && text.endsWith(u'…'));
        QVERIFY(text.size() < 300);
        const auto &umlauts = QByteArray("ä").repeated(2000);
        QVERIFY(!found(QStringLiteral("x"), umlauts + " x " + umlauts).contains(QChar::ReplacementCharacter));
        QVERIFY(found(QStringLiteral("ä*"), umlauts).size() < 3000);
    }
};

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
