// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <exchange/labelfiles.h>
#include <labels/certificate.h>
#include <support/shareddata.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const QStringList models{u"qwen3-coder-next"_s, u"gpt-5-mini"_s, u"minimax-m2.5"_s, u"gpt-5.4"_s};

/// The study's nine label files.
QStringList studyFiles()
{
    QStringList names;
    for (const auto &model : models)
        names += u"failure_analysis_%1.csv"_s.arg(model);
    names
        += {u"logic_subcategories.csv"_s, u"logic_subcategories_gpt-5-mini.csv"_s, u"logic_subcategories_gpt-5.4.csv"_s,
            u"logic_subcategories_minimax-m2.5.csv"_s, u"judge_validation_set.json"_s};
    for (auto &name : names)
        name = Test::sharedFile(u"data/paper/"_s + name);
    return names;
}

LabelBook bookOf(const std::vector<LabelEvent> &events)
{
    const auto log = std::make_shared<LabelLog>();
    log->add(events);
    LabelBook book;
    book.rows = labelRows(*log, {}, {});
    book.log = log;
    return book;
}

LabelBook bookOf(const QStringList &paths)
{
    std::vector<LabelEvent> events;
    for (const auto &path : paths) {
        const auto file = readLabelFile(path, {});
        if (!file) {
            qWarning().noquote() << file.error().message;
            continue;
        }
        for (const auto &warning : file->warnings)
            qWarning().noquote() << warning.path << warning.reason;
        events.insert(events.end(), file->events.begin(), file->events.end());
    }
    return bookOf(events);
}

QStringList counted(const LabelBook &book, const QString &annotator)
{
    QStringList lines;
    for (const auto &model : models) {
        int failed = 0;
        int logic = 0;
        int kinds = 0;
        for (const auto &row : book.labelsOf(annotator)) {
            if (row.target.configuration.model != model)
                continue;
            ++failed;
            logic += row.label.code == u"logic_error" ? 1 : 0;
            kinds += row.label.subcode.isEmpty() ? 0 : 1;
        }
        lines += u"%1: %2 failed, %3 logic errors, %4 kinds"_s.arg(model).arg(failed).arg(logic).arg(kinds);
    }
    return lines;
}

QStringList printed(const LabelBook &book)
{
    QStringList lines;
    for (const auto &row : book.rows)
        lines += QStringList{row.annotator, row.target.configuration.scaffold, row.target.configuration.model,
            row.target.runtime, row.target.task, QString::number(row.target.trial), row.label.code, row.label.subcode,
            row.label.memo, row.coarseMemo}
                     .join(u'|');
    return lines;
}

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const auto path = folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QByteArray exported(const LabelBook &book, LabelFormat format, const QStringList &annotators)
{
    const auto bytes = labelFileBytes(book, {}, {.format = format, .annotators = annotators, .sample = {}});
    return bytes ? *bytes : "error: " + bytes.error().message.toUtf8();
}

constexpr QByteArrayView header("agent,model,runtime,task,run_id,category,reasoning\r\n");

} // namespace

class TestLabelFiles : public QObject
{
    Q_OBJECT

private slots:
    void theStudysFilesInAnyOrder();
    void importingAgainIsTheSame();
    void exportsAreImportsAgain();
    void longWideAndLines();
    void oddRowsAreToldAndLeftOut();
    void unknownCategoriesStay();
    void everyEventCanBeReadAgain();
    void columnsMayStandAnywhere();
    void whatIsALabelFile_data();
    void whatIsALabelFile();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void formatsByName();
};

void TestLabelFiles::theStudysFilesInAnyOrder()
{
    DECAYSCOPE_REQUIRE_SHARED("data/paper/judge_validation_set.json");
    auto files = studyFiles();
    const auto first = bookOf(files);
    QCOMPARE(counted(first, judgeName),
        QStringList({u"qwen3-coder-next: 194 failed, 137 logic errors, 137 kinds"_s,
            u"gpt-5-mini: 200 failed, 63 logic errors, 63 kinds"_s,
            u"minimax-m2.5: 145 failed, 111 logic errors, 111 kinds"_s,
            u"gpt-5.4: 103 failed, 64 logic errors, 64 kinds"_s}));
    QCOMPARE(first.annotators(), QStringList({u"judge"_s, u"human"_s}));
    QCOMPARE(first.labelsOf(u"human").size(), 50U);
    QRandomGenerator chance(5);
    for (int round = 0; round < 12; ++round) {
        std::shuffle(files.begin(), files.end(), chance);
        QCOMPARE(printed(bookOf(files)), printed(first));
    }
    // The rows of one model in the file of all are silent once there is a file of its own.
    const auto &rows = first.rows;
    const auto own = Test::sharedFile(u"data/paper/logic_subcategories_minimax-m2.5.csv"_s);
    const auto general = Test::sharedFile(u"data/paper/logic_subcategories.csv"_s);
    QCOMPARE(bookOf({general, own}).labelsOf(u"judge").size(), 137U + 111U);
    QVERIFY(rows.size() > 600);
}

void TestLabelFiles::importingAgainIsTheSame()
{
    DECAYSCOPE_REQUIRE_SHARED("data/paper/logic_subcategories.csv");
    const auto path = Test::sharedFile(u"data/paper/logic_subcategories.csv"_s);
    const auto once = readLabelFile(path, {});
    const auto again = readLabelFile(path, {});
    QVERIFY(once && again);
    QCOMPARE(once->events, again->events);
    QCOMPARE(chainProblems(once->events), QStringList());
    QCOMPARE(once->labels, 193);
    const auto byAnother = readLabelFile(path, u"Ann"_s);
    QVERIFY(byAnother && byAnother->events.front().id != once->events.front().id);
    QCOMPARE(byAnother->events.front().annotator, u"Ann"_s);
}

void TestLabelFiles::exportsAreImportsAgain()
{
    DECAYSCOPE_REQUIRE_SHARED("data/paper/judge_validation_set.json");
    const QTemporaryDir folder;
    const auto first = bookOf(studyFiles());
    const auto coarse
        = written(folder, u"failure_analysis_all.csv"_s, exported(first, LabelFormat::FailureCsv, {judgeName}));
    const auto fine
        = written(folder, u"logic_subcategories.csv"_s, exported(first, LabelFormat::SubcategoryCsv, {judgeName}));
    auto judged = printed(first).filter(u"judge|"_s);
    QCOMPARE(printed(bookOf({fine, coarse})), judged);

    // One model's file comes back byte for byte but for the order of its rows.
    QFile file(Test::sharedFile(u"data/paper/failure_analysis_gpt-5.4.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto original = file.readAll().split('\n');
    auto copy = exported(bookOf({file.fileName()}), LabelFormat::FailureCsv, {}).split('\n');
    std::ranges::sort(original);
    std::ranges::sort(copy);
    QCOMPARE(copy, original);
}

void TestLabelFiles::longWideAndLines()
{
    const QTemporaryDir folder;
    const auto judge = written(folder, u"judge.csv"_s,
        header + "mini,m,uv,flask-openapi-unconstrained,run_0,logic_error,\"=1+1, \"\"x\"\"\"\r\n");
    const auto ann = readLabelFile(written(folder, u"ann.csv"_s,
                                       header
                                           + "mini,m,uv,flask-openapi-unconstrained,run_0,other,why\r\n"
                                             "mini,m,uv,flask-openapi-unconstrained,run_1,logic_error,-\r\n"),
        u"Ann"_s);
    auto events = readLabelFile(judge, {})->events;
    events.insert(events.end(), ann->events.begin(), ann->events.end());
    const auto book = bookOf(events);
    auto lines = QString::fromUtf8(exported(book, LabelFormat::LongCsv, {})).split(u"\r\n"_s);
    for (auto &line : lines)
        line.replace(QRegularExpression(u"\\d{4}-\\d\\d-\\d\\dT[^,]*"_s), u"TIME"_s);
    QCOMPARE(lines,
        QStringList({u"annotator,sample,item,occurrence,agent,model,runtime,task,run_id,date,in_store,category,"
                     u"subcategory,"
                     "codebook,codebook_version,confidence,blind,imported,flagged,time,milliseconds,evidence,memo"_s,
            u"Ann,,,,mini,m,uv,flask-openapi-unconstrained,run_0,,no,other,,constraint-decay,1,,no,yes,no,TIME,0,,why"_s,
            u"judge,,,,mini,m,uv,flask-openapi-unconstrained,run_0,,no,logic_error,,constraint-decay,1,,no,yes,no,TIME,"
            u"0,,"
            "\"'=1+1, \"\"x\"\"\""_s,
            u"Ann,,,,mini,m,uv,flask-openapi-unconstrained,run_1,,no,logic_error,,constraint-decay,1,,no,yes,no,TIME,0,,'-"_s,
            {}}));
    QCOMPARE(QString::fromUtf8(exported(book, LabelFormat::WideCsv, {})).split(u"\r\n"_s),
        QStringList(
            {u"agent,model,runtime,task,run_id,date,in_store,Ann category,Ann subcategory,Ann blind,judge category,"
             "judge subcategory,judge blind"_s,
                u"mini,m,uv,flask-openapi-unconstrained,run_0,,no,other,,no,logic_error,,no"_s,
                u"mini,m,uv,flask-openapi-unconstrained,run_1,,no,logic_error,,no,,,"_s, {}}));
    const auto object = QJsonDocument::fromJson(exported(book, LabelFormat::JsonLines, {judgeName})).object();
    QCOMPARE(object.value(u"memo"_s).toString(), u"=1+1, \"x\""_s);
    QCOMPARE(object.value(u"blind"_s).toBool(true), false);
    QCOMPARE(exported(book, LabelFormat::FailureCsv, {}),
        "error: The study's columns have room for one annotator. Say whose labels are to be written.");
    QVERIFY(exported(book, LabelFormat::LongCsv, {u"Nobody"_s}).startsWith("error: There is no label to write"));
}

void TestLabelFiles::oddRowsAreToldAndLeftOut()
{
    const QTemporaryDir folder;
    const auto path = written(folder, u"f.csv"_s,
        header
            + "a,m,uv,t,run_0,logic_error,fine\r\n\r\na,m,uv,t,1,logic_error,x\r\na,,uv,t,run_1,logic_error,x\r\n"
              "a,m,uv,t,run_2,,x\r\na,m,uv,t\r\na,m,uv,t,run_99999999999,logic_error,x\r\n"
              "a,m,uv,t,run_3,logic_error,\"open\r\n");
    const auto file = readLabelFile(path, {});
    QVERIFY(file);
    QCOMPARE(file->labels, 1);
    QStringList warnings;
    for (const auto &warning : file->warnings) {
        QCOMPARE(warning.path, path);
        warnings += warning.reason;
    }
    QCOMPARE(warnings,
        QStringList({u"Line 4: \"1\" is no run: run_id must be run_ and a number. The row is left out."_s,
            u"Line 5: It names no model or no task. The row is left out."_s,
            u"Line 6: It names no category. The row is left out."_s,
            u"Line 7: \"\" is no run: run_id must be run_ and a number. The row is left out."_s,
            u"Line 8: \"run_99999999999\" is no run: run_id must be run_ and a number. The row is left out."_s,
            u"Line 9: Its quotes do not match. Mend the file or export it again. The row is left out."_s}));
}

void TestLabelFiles::unknownCategoriesStay()
{
    const QTemporaryDir folder;
    const auto file = readLabelFile(written(folder, u"f.csv"_s, header + "a,m,uv,t,run_0,gremlins,x\r\n"), {});
    QVERIFY(file);
    QCOMPARE(file->warnings.size(), 1U);
    QCOMPARE(file->warnings.front().reason,
        u"Line 2: \"gremlins\" is no category of the codebook \"constraint-decay\". It is kept as it is written."_s);
    QCOMPARE(std::get<Imported>(file->events.front().action).label.code, u"gremlins"_s);
}

void TestLabelFiles::everyEventCanBeReadAgain()
{
    const QTemporaryDir folder;
    const auto long1 = QByteArray(100'000, 'x');
    const auto csv = readLabelFile(written(folder, u"f.csv"_s,
                                       header + "a,m,uv,t,run_0,logic_error,\"\x01\x00\xFF\xED\xA0\x80"
                                           + long1.first(99'000) + "\"\r\na,m,uv,t,run_1,logic_error," + long1 + "y\r\n"
                                           + "a," + long1.first(1001) + ",uv,t,run_2,logic_error,x\r\n"),
        {});
    const auto set = readLabelFile(
        written(folder, u"v.json"_s,
            "[{\"human_subcategory\":\"\\ud800\",\"judge_subcategory\":\"auth_misconfiguration\",\"judge_reasoning\":"
            "\"\\udfff\\u0000\",\"agent\":\"a\",\"model\":\"\\ud83d\",\"task\":\"t\",\"run_id\":\"run_1\"},7,{}]"),
        {});
    QVERIFY(csv && set);
    QCOMPARE(csv->labels, 1);
    QCOMPARE(csv->warnings.size(), 2U);
    QCOMPARE(set->labels, 2);
    for (const auto &file : {*csv, *set}) {
        for (const auto &event : file.events) {
            const auto read = labelEventFromJson(labelEventJson(event));
            QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
            QCOMPARE(*read, event);
            QCOMPARE(labelEventHash(*read), event.hash);
        }
    }
}

void TestLabelFiles::columnsMayStandAnywhere()
{
    const QTemporaryDir folder;
    const auto file = readLabelFile(written(folder, u"logic_subcategories_m.csv"_s,
                                        "\xEF\xBB\xBFsubcategory,run_id,task,note,runtime,model,agent\n"
                                        "auth_misconfiguration,run_4,t,n,node,m,a\n"),
        {});
    QVERIFY(file);
    const auto &event = file->events.front();
    const auto &imported = std::get<Imported>(event.action);
    QCOMPARE(event.target, (LabelTarget{u"node"_s, {u"a"_s, u"m"_s}, u"t"_s, 4, {}}));
    QCOMPARE(imported.label.code, u"logic_error"_s);
    QCOMPARE(imported.label.subcode, u"auth_misconfiguration"_s);
    QCOMPARE(imported.precedence, 1);
    QCOMPARE(imported.source, u"logic_subcategories_m.csv"_s);
}

void TestLabelFiles::whatIsALabelFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("isLabels");
    const auto row = [](const char *name, const QString &path, const QByteArray &head, bool isLabels) {
        QTest::newRow(name) << path << head << isLabels;
    };
    row("categories", u"x.csv"_s, header.toByteArray(), true);
    row("a report", u"x.csv"_s, "iteration,collectionName,requestName,method\n", false);
    row("statistics", u"global_stats.csv"_s, "agent,model,granularity,group\n", false);
    row("validation set", u"v.json"_s, "[ {\"judge_subcategory\": \"a\", \"human_subcategory\": \"b\"", true);
    row("a trajectory", u"trajectory.json"_s, "{\"trajectories\":[]}", false);
    row("by its name", u"a.dslabels"_s, "", true);
    row("by its header", u"a.txt"_s, "{\"format\":\"decayscope-labels\",\"kind\":\"handin\"}\n", true);
    row("nothing", u"a.csv"_s, "", false);
    row("a huge line", u"a.csv"_s, QByteArray(100'000, 'x'), false);
}

void TestLabelFiles::whatIsALabelFile()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, head);
    QFETCH(bool, isLabels);
    QCOMPARE(isLabelFile(path, head), isLabels);
}

void TestLabelFiles::hostileFilesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *tag, const QString &name, const QByteArray &bytes, const QString &reason) {
        QTest::newRow(tag) << name << bytes << reason;
    };
    const auto set = u"judge_validation_set.json"_s;
    row("cut", set, "[{\"a\":\n1,", u"line 2 is no JSON"_s);
    row("nested", set, QByteArray(200'000, '['), u"line 1 is no JSON"_s);
    row("an object", set, "{}", u"it must be a list of labelled runs"_s);
    row("something else", u"x.csv"_s, "a,b\n", u"is no label file"_s);
}

void TestLabelFiles::hostileFilesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    const auto file = readLabelFile(written(folder, name, bytes), {});
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(file.error().message.contains(reason), qPrintable(file.error().message));
}

void TestLabelFiles::formatsByName()
{
    const auto named = [](const QString &name) {
        const auto format = labelFormatOfFile(name);
        return format ? labelFormatName(*format) : u"?"_s;
    };
    QCOMPARE(QStringList({named(u"/a/failure_analysis_x.csv"_s), named(u"logic_subcategories.csv"_s), named(u"l.csv"_s),
                 named(u"my_wide.csv"_s), named(u"l.jsonl"_s), named(u"ann.dslabels"_s), named(u"l.txt"_s)}),
        QStringList(
            {u"failure-csv"_s, u"subcategory-csv"_s, u"long-csv"_s, u"wide-csv"_s, u"jsonl"_s, u"dslabels"_s, u"?"_s}));
    QCOMPARE(readLabelFile(u"/no/such/file.csv"_s, {}).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestLabelFiles)
#include "tst_labelfiles.moc"
