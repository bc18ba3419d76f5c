// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/javascriptvalues.h>

#include <QTest>

#include <cmath>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// "text | number | integer | true": what String(), Number(), Number.isInteger() and truth make of a JSON text.
QString printed(const QByteArray &json)
{
    const JsonBody body{QByteArrayView(json)};
    if (!body.isJson())
        return u"no JSON"_s;
    const auto place = body.at({});
    return u"%1 | %2 | %3 | %4"_s.arg(javaScriptText(place), javaScriptNumber(javaScriptToNumber(place)),
        isInteger(place) ? u"integer"_s : u"-"_s, isTruthy(place) ? u"true"_s : u"-"_s);
}

} // namespace

/// Expected values are those of Node 20.
class tst_JavaScriptValues : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void places();
    void anyNestingAndSize();
};

void tst_JavaScriptValues::values_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &json, const QString &expected) {
        QTest::newRow(json.left(60).constData()) << json << expected;
    };
    row("12.50", u"12.5 | 12.5 | - | true"_s);
    row("1e21", u"1e+21 | 1e+21 | integer | true"_s);
    row("1.5e300", u"1.5e+300 | 1.5e+300 | integer | true"_s);
    row("123456789012345680000", u"123456789012345680000 | 123456789012345680000 | integer | true"_s);
    row("0.000001", u"0.000001 | 0.000001 | - | true"_s);
    row("1e-7", u"1e-7 | 1e-7 | - | true"_s);
    row("-1.25e-9", u"-1.25e-9 | -1.25e-9 | - | true"_s);
    row("9007199254740993", u"9007199254740992 | 9007199254740992 | integer | true"_s);
    row("-0", u"0 | 0 | integer | -"_s);
    row("1e-400", u"0 | 0 | integer | -"_s);
    row("-1e-400", u"0 | 0 | integer | -"_s);
    row("1e400", u"Infinity | Infinity | - | true"_s);
    row("-1e400", u"-Infinity | -Infinity | - | true"_s);
    row("0.0000001e7", u"1 | 1 | integer | true"_s);
    row("0e999999999999999999999", u"0 | 0 | integer | -"_s);
    row("1e999999999999999999999", u"Infinity | Infinity | - | true"_s);
    row("1e-999999999999999999999", u"0 | 0 | integer | -"_s);
    row("5e-324", u"5e-324 | 5e-324 | - | true"_s);
    row("1.7976931348623157e308", u"1.7976931348623157e+308 | 1.7976931348623157e+308 | integer | true"_s);
    row("\"\"", u" | 0 | - | -"_s);
    row("\" 12 \"", u" 12  | 12 | - | true"_s);
    row("\"0x1F\"", u"0x1F | 31 | - | true"_s);
    row("\"-0x1F\"", u"-0x1F | NaN | - | true"_s);
    row("\"0b102\"", u"0b102 | NaN | - | true"_s);
    row("\"0o17\"", u"0o17 | 15 | - | true"_s);
    row("\".5\"", u".5 | 0.5 | - | true"_s);
    row("\"5.\"", u"5. | 5 | - | true"_s);
    row("\".\"", u". | NaN | - | true"_s);
    row("\"+Infinity\"", u"+Infinity | Infinity | - | true"_s);
    row("\"1_0\"", u"1_0 | NaN | - | true"_s);
    row("\"\\u00a07\\ufeff\"", u"\u00a07\ufeff | 7 | - | true"_s);
    row("true", u"true | 1 | - | true"_s);
    row("false", u"false | 0 | - | -"_s);
    row("null", u"null | 0 | - | -"_s);
    row("[]", u" | 0 | - | true"_s);
    row("[1]", u"1 | 1 | - | true"_s);
    row("[1,[2,null],{}]", u"1,2,,[object Object] | NaN | - | true"_s);
    row("{}", u"[object Object] | NaN | - | true"_s);
    for (const auto *bad : {"", " ", "01", "+1", ".5", "1.", "1e", "-", "NaN", "'a'", "{a:1}", "[1,]", "{\"a\":1,}",
             "1 2", "\"a\nb\"", "\"\\q\"", "\"\\u12\"", "tru", "\f1", "[", "{\"a\"}", "/**/1", "\"open", "]"})
        row(bad, u"no JSON"_s);
}

void tst_JavaScriptValues::values()
{
    QFETCH(QByteArray, json);
    QTEST(printed(json), "expected");
}

void tst_JavaScriptValues::places()
{
    const JsonBody body(QByteArrayView(
        "\xef\xbb\xbf {\"a\":{\"b\":[10,{\"c\":\"x\"}]},\"a b\":1,\"d\":1,\"d\":2,\"\\u0065\":3,\"0\":4} \n"));
    QVERIFY(body.isJson());
    QStringList found;
    for (const auto &path : {u"a.b.0"_s, u"a.b.1.c"_s, u"a.b.2"_s, u"a.b.00"_s, u"a.b.-1"_s, u"a.b.length"_s,
             u"a.b.1.c.length"_s, u"a.b.1.c.0"_s, u"a b"_s, u"d"_s, u"e"_s, u"0"_s, u"missing.deeper"_s, u"a..b"_s})
        found.append(path % u" = " % javaScriptText(body.at(path)));
    QCOMPARE(found,
        QStringList({u"a.b.0 = 10"_s, u"a.b.1.c = x"_s, u"a.b.2 = undefined"_s, u"a.b.00 = undefined"_s,
            u"a.b.-1 = undefined"_s, u"a.b.length = 2"_s, u"a.b.1.c.length = 1"_s, u"a.b.1.c.0 = undefined"_s,
            u"a b = 1"_s, u"d = 2"_s, u"e = 3"_s, u"0 = 4"_s, u"missing.deeper = undefined"_s, u"a..b = undefined"_s}));
}

void tst_JavaScriptValues::anyNestingAndSize()
{
    const auto depth = 2'000'000;
    const QByteArray nested = QByteArray("{\"x\":") + QByteArray(depth, '[') + QByteArray(depth, ']') + ",\"y\":1}";
    const JsonBody deep{QByteArrayView(nested)};
    QCOMPARE(javaScriptText(deep.at(u"y")), u"1"_s);
    QVERIFY(!JsonBody(QByteArrayView(QByteArray(depth, '['))).isJson());
    QVERIFY(!JsonBody(QByteArrayView(QByteArray("{\"a\":").repeated(depth / 10))).isJson());
}

QTEST_GUILESS_MAIN(tst_JavaScriptValues)
#include "tst_javascriptvalues.moc"
