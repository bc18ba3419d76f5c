// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <labels/codebook.h>

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const CodebookAuthor author{.name = u"Ada"_s, .reason = u"because"_s, .time = u"2026-04-02T00:00:00Z"_s};

Code named(const QString &name)
{
    Code code;
    code.name = name;
    return code;
}

QStringList printed(const Codebook &book, QStringView parent = {})
{
    QStringList names;
    for (const auto *code : book.offered(parent))
        names.append(code->name);
    return names;
}

QString refusal(const Result<Codebook> &book)
{
    return book ? u"not refused"_s : book.error().message;
}

/// Every promise of a codebook, whatever was done to it.
QString broken(const Codebook &book)
{
    QSet<QString> ids;
    QSet<std::pair<QString, QString>> names;
    for (const auto &code : book.codes) {
        if (ids.contains(code.id))
            return u"two codes have the id "_s + code.id;
        ids.insert(code.id);
        if (!code.deprecated && names.contains({code.parent, code.name}))
            return u"two codes have the name "_s + code.name;
        if (!code.deprecated)
            names.insert({code.parent, code.name});
        const auto now = currentCode(book, code.id);
        if (now && book.find(*now)->deprecated && !book.find(*now)->successors.isEmpty())
            return u"a label would be called by a code that was replaced: "_s + code.id;
        if (!now && code.successors.size() < 2 && !code.deprecated)
            return u"a code in use has no name now: "_s + code.id;
    }
    const auto again = codebookFromJson(codebookJson(book));
    return !again ? again.error().message : *again == book ? QString() : u"reading back changed it"_s;
}

} // namespace

class TestCodebook : public QObject
{
    Q_OBJECT

private slots:
    void theStudysOwnHasTwoLevels()
    {
        const auto &book = studyCodebook();
        QCOMPARE(printed(book),
            QStringList({u"server_startup_failure"_s, u"incomplete_implementation"_s, u"constraint_violation"_s,
                u"schema_format_error"_s, u"logic_error"_s, u"stuck_in_loop"_s, u"premature_termination"_s,
                u"other"_s}));
        QCOMPARE(printed(book, u"logic_error"),
            QStringList({u"incorrect_query_logic"_s, u"database_runtime_error"_s, u"auth_misconfiguration"_s,
                u"framework_idiosyncrasy"_s, u"business_logic_defect"_s, u"state_propagation_failure"_s}));
        QCOMPARE(book.version, 1);
        QCOMPARE(broken(book), QString());
        for (const auto &code : book.codes) {
            QVERIFY2(code.definition.count(u'.') >= 2 && code.examples.size() >= 2, qPrintable(code.id));
            QVERIFY2(!code.counterExamples.isEmpty() && code.hint.contains(u'?'), qPrintable(code.id));
            QCOMPARE(code.id, code.name);
        }
    }

    void aLabelIsAskedForWhatItsCodesNeed()
    {
        const auto &book = studyCodebook();
        const auto asked = [&](Label label) { return problemsOf(label, book).join(u' '); };
        QCOMPARE(asked({}), u"No category is chosen."_s);
        QCOMPARE(asked({.code = u"nonsense"_s}), u"\"nonsense\" is not a category of this codebook."_s);
        QCOMPARE(asked({.code = u"auth_misconfiguration"_s}),
            u"\"auth_misconfiguration\" is not a category of this codebook."_s);
        QCOMPARE(asked({.code = u"logic_error"_s}), u"Choose which kind of \"Logic error\" it is."_s);
        QCOMPARE(asked({.code = u"schema_format_error"_s, .subcode = u"auth_misconfiguration"_s}),
            u"\"auth_misconfiguration\" is not a kind of \"Schema or format error\" in this codebook."_s);
        QCOMPARE(asked({.code = u"other"_s, .memo = u"  "_s}), u"\"Other\" asks for a memo: write down why."_s);
        QCOMPARE(asked({.code = u"stuck_in_loop"_s}),
            u"\"Stuck in a loop\" asks for evidence: name one place in the run that it rests on."_s);
        QCOMPARE(asked({.code = u"stuck_in_loop"_s, .evidence = {{.id = u"1"_s, .turn = 3}}}), QString());
        QCOMPARE(asked({.code = u"logic_error"_s, .subcode = u"auth_misconfiguration"_s}), QString());
        QCOMPARE(
            asked({.code = u"schema_format_error"_s, .confidence = 4}), u"The confidence is not one of 1, 2 and 3."_s);
    }

    void surgeryMakesNewVersions()
    {
        const auto &first = studyCodebook();
        const auto merged
            = withMerged(first, {u"stuck_in_loop"_s, u"premature_termination"_s}, named(u"never_finished"_s), author);
        QVERIFY2(merged, qPrintable(refusal(merged)));
        QCOMPARE(merged->version, 2);
        QCOMPARE(first.version, 1);
        QCOMPARE(currentCode(*merged, u"stuck_in_loop"_s), u"never_finished"_s);
        QVERIFY(merged->find(u"stuck_in_loop")->deprecated);
        const auto split
            = withSplit(*merged, u"never_finished"_s, {named(u"limit"_s), named(u"stuck_in_loop"_s)}, author);
        QVERIFY2(split, qPrintable(refusal(split)));
        QCOMPARE(currentCode(*split, u"premature_termination"_s), std::nullopt);
        QCOMPARE(split->find(u"never_finished")->successors, QStringList({u"limit"_s, u"stuck_in_loop-2"_s}));
        const auto moved = withMoved(*split, u"other"_s, -100, author);
        QVERIFY2(moved, qPrintable(refusal(moved)));
        QCOMPARE(printed(*moved).first(), u"other"_s);
        const auto renamed = withRenamed(*moved, u"limit"_s, u"cut_off"_s, u"Cut off"_s, author);
        QVERIFY2(renamed, qPrintable(refusal(renamed)));
        QCOMPARE(renamed->find(u"limit")->title, u"Cut off"_s);
        QCOMPARE(renamed->findByName(u"cut_off")->id, u"limit"_s);
        QCOMPARE(renamed->changes.size(), 5U);
        QCOMPARE(renamed->changes.back().reason, u"because"_s);
        QCOMPARE(broken(*renamed), QString());
    }

    void kindsFollowTheirMergedParent()
    {
        const auto merged
            = withMerged(studyCodebook(), {u"logic_error"_s, u"schema_format_error"_s}, named(u"wrong"_s), author);
        QVERIFY2(merged, qPrintable(refusal(merged)));
        QCOMPARE(printed(*merged, u"wrong").size(), 6);
        QCOMPARE(problemsOf({.code = u"wrong"_s, .subcode = u"auth_misconfiguration"_s}, *merged), QStringList());
    }

    void refusesWhatWouldBreakLabels()
    {
        const auto &book = studyCodebook();
        const auto other = *book.find(u"other");
        auto renamedByEdit = other;
        renamedByEdit.name = u"rest"_s;
        const auto deprecated = withDeprecated(book, u"other"_s, author);
        QVERIFY(deprecated);
        auto child = named(u"child"_s);
        child.parent = u"auth_misconfiguration"_s;
        auto taken = named(u"new"_s);
        taken.id = u"other"_s;
        QCOMPARE(
            QStringList({refusal(withCode(book, named({}), author)), refusal(withCode(book, named(u"other"_s), author)),
                refusal(withCode(book, named(u"two\nlines"_s), author)), refusal(withCode(book, child, author)),
                refusal(withCode(book, taken, author)), refusal(withEdited(book, other, author)),
                refusal(withEdited(book, renamedByEdit, author)),
                refusal(withRenamed(book, u"nobody"_s, u"x"_s, {}, author)),
                refusal(withRenamed(book, u"other"_s, u"logic_error"_s, {}, author)),
                refusal(withMerged(book, {u"other"_s}, named(u"x"_s), author)),
                refusal(withMerged(book, {u"other"_s, u"other"_s}, named(u"x"_s), author)),
                refusal(withMerged(book, {u"other"_s, u"auth_misconfiguration"_s}, named(u"x"_s), author)),
                refusal(withSplit(book, u"other"_s, {named(u"x"_s)}, author)),
                refusal(withSplit(book, u"logic_error"_s, {named(u"x"_s), named(u"y"_s)}, author)),
                refusal(withDeprecated(*deprecated, u"other"_s, author)),
                refusal(withMoved(book, u"other"_s, 5, author))}),
            QStringList({u"A code needs a name."_s, u"There is a code \"other\" already. Choose another name."_s,
                u"The name of a code is one line of at most 200 characters without blanks at its ends."_s,
                u"\"Authentication misconfigured\" is of level 2 and cannot have kinds of its own."_s,
                u"The id \"other\" was used before. Leave it empty to have one made."_s,
                u"Nothing of \"Other\" was changed."_s,
                u"Editing \"Other\" changes its texts and rules only, not its name or place."_s,
                u"The codebook has no code \"nobody\"."_s,
                u"There is a code \"logic_error\" already. Choose another name."_s,
                u"Merging takes two or more different codes."_s, u"Merging takes two or more different codes."_s,
                u"Only codes of one level and one parent can be merged."_s,
                u"Splitting \"Other\" takes two or more new codes."_s,
                u"\"Logic error\" has kinds of its own. Deprecate them first."_s,
                u"\"Other\" is no longer used and cannot be changed."_s, u"\"Other\" is there already."_s}));
    }

    /// Whatever is done in whatever order: ids stay unique, old labels stay resolvable, JSON keeps everything.
    void anyCourseOfSurgeryKeepsThePromises()
    {
        int made = 0;
        for (quint32 seed = 0; seed < 60; ++seed) {
            QRandomGenerator chance(seed);
            auto book = studyCodebook();
            const auto any = [&] { return book.codes[chance.bounded(static_cast<quint32>(book.codes.size()))].id; };
            const auto name = [&] { return named(u"n%1"_s.arg(chance.bounded(12))); };
            for (int step = 0; step < 40; ++step) {
                auto next = Result<Codebook>(book);
                auto fresh = name();
                switch (chance.bounded(6)) {
                case 0:
                    fresh.parent = chance.bounded(2) == 0 ? QString() : any();
                    next = withCode(book, fresh, author);
                    break;
                case 1:
                    next = withRenamed(book, any(), fresh.name, {}, author);
                    break;
                case 2:
                    next = withMerged(book, {any(), any()}, fresh, author);
                    break;
                case 3:
                    next = withSplit(book, any(), {fresh, name(), name()}, author);
                    break;
                case 4:
                    next = withDeprecated(book, any(), author);
                    break;
                default:
                    next = withMoved(book, any(), chance.bounded(-3, 4), author);
                }
                if (!next)
                    continue;
                for (const auto &code : book.codes)
                    QVERIFY2(next->find(code.id), "a code was lost");
                QCOMPARE(next->version, book.version + 1);
                book = *next;
                QCOMPARE(broken(book), QString());
                ++made;
            }
        }
        qInfo() << made << "versions";
        QVERIFY(made > 300);
    }

    void oddFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("no id") << QByteArray("{}");
        QTest::newRow("version") << QByteArray(R"({"id":"x","version":1.5})");
        QTest::newRow("version too great") << QByteArray(R"({"id":"x","version":2147483647})");
        QTest::newRow("code twice") << QByteArray(
            R"({"id":"x","codes":[{"id":"a","name":"a"},{"id":"a","name":"b"}]})");
        QTest::newRow("name twice") << QByteArray(
            R"({"id":"x","codes":[{"id":"a","name":"a"},{"id":"b","name":"a"}]})");
        QTest::newRow("own parent") << QByteArray(R"({"id":"x","codes":[{"id":"a","name":"a","parent":"a"}]})");
        QTest::newRow("no parent") << QByteArray(R"({"id":"x","codes":[{"id":"a","name":"a","parent":"b"}]})");
        QTest::newRow("no successor") << QByteArray(R"({"id":"x","codes":[{"id":"a","name":"a","successors":["b"]}]})");
        QTest::newRow("kinds") << QByteArray(R"({"id":"x","codes":[17]})");
        QTest::newRow("deep") << QByteArray("{\"id\":") + QByteArray(100'000, '[');
    }

    void oddFilesAreRefused()
    {
        QFETCH(QByteArray, json);
        const auto book = codebookFromJson(json);
        QVERIFY(!book);
        QCOMPARE(book.error().kind, ErrorKind::InvalidInput);
        QVERIFY(book.error().message.contains(u"codebook"));
    }

    void aRingOfSuccessorsEnds()
    {
        const auto book = codebookFromJson(R"({"id":"x","codes":[
            {"id":"a","name":"a","deprecated":true,"successors":["b"]},
            {"id":"b","name":"b","deprecated":true,"successors":["a"]}]})");
        QVERIFY(book);
        QCOMPARE(currentCode(*book, u"a"_s), std::nullopt);
        QCOMPARE(currentCode(*book, u"nobody"_s), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestCodebook)
#include "tst_codebook.moc"
