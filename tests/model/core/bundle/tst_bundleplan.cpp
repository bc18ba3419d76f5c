// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <bundle/bundleplan.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestBundlePlan : public QObject
{
    Q_OBJECT

private slots:
    void isReadAgain();
    void whatIsAbsentStaysAsItIs();
    void oddPlansAreErrors_data();
    void oddPlansAreErrors();
};

namespace {

BundlePlan aPlan()
{
    BundlePlan plan{.filter = {.models = {u"gpt-x"_s}, .levels = {0, 3}},
        .mode = ScoreMode::Raw,
        .verifiers = VerifierMode::Syntax,
        .preset = u"icml"_s,
        .look = {.venue = u"icml"_s, .width = 3.25, .font = u"TeX Gyre Termes"_s, .dashes = false},
        .tables = {.interval = IntervalForm::PlusMinus, .siunitx = true},
        .figures = {u"decay"_s},
        .parts = {u"decay"_s, u"interactions"_s},
        .anonymous = true,
        .identities = {u"secret"_s}};
    plan.filter.only = std::set{RunId{3}, RunId{7}};
    return plan;
}

} // namespace

void TestBundlePlan::isReadAgain()
{
    for (const auto &plan : {BundlePlan(), aPlan()}) {
        const auto document = bundlePlanDocument(plan);
        const auto read = readBundlePlan(document, u"plan.json"_s);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(bundlePlanDocument(*read), document);
        QCOMPARE(read->filter, plan.filter);
        QCOMPARE(read->look, plan.look);
        QCOMPARE(read->tables, plan.tables);
        QCOMPARE(read->anonymous, plan.anonymous);
    }
}

void TestBundlePlan::whatIsAbsentStaysAsItIs()
{
    const auto read = readBundlePlan(R"({"schema": 1, "figures": ["decay"]})", u"plan.json"_s);
    QVERIFY(read);
    BundlePlan expected;
    expected.figures = {u"decay"_s};
    QCOMPARE(bundlePlanDocument(*read), bundlePlanDocument(expected));
}

void TestBundlePlan::oddPlansAreErrors_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const QByteArray &document, const QString &why) {
        QTest::newRow(name) << document << why;
    };
    row("no JSON", "{", u"It is not sound JSON: unterminated object at byte 1."_s);
    row("no schema", "{}", u"It has no \"schema\": 1."_s);
    row("newer", R"({"schema": 2})", u"It was written by a newer Decayscope (schema 2; this one knows 1)."_s);
    row("misspelt", R"({"schema": 1, "figure": []})",
        u"\"figure\" is not known here; there are schema, filter, mode, verifiers, preset, look, tables, figures, "
        u"parts, "
        "anonymous, identities."_s);
    row("interval", R"({"schema": 1, "tables": {"interval": "x"}})",
        u"\"tables.interval\" is \"x\"; there are brackets, plusminus, hidden."_s);
    row("kind", R"({"schema": 1, "anonymous": "yes"})", u"\"anonymous\" must be true or false."_s);
    row("nested", QByteArray(R"({"schema": 1, "look": )") + QByteArray(5000, '[') + QByteArray(5000, ']') + "}",
        u"It is not sound JSON: too deeply nested document at byte 1046."_s);
}

void TestBundlePlan::oddPlansAreErrors()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, why);
    const auto read = readBundlePlan(document, u"plan.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().message, QString(u"\"plan.json\" cannot be read as the plan of a bundle. "_s + why));
}

QTEST_GUILESS_MAIN(TestBundlePlan)
#include "tst_bundleplan.moc"
