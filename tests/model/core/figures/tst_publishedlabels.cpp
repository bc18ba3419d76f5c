// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <exchange/labelfiles.h>
#include <figures/celltext.h>
#include <figures/figurebuilder.h>
#include <support/shareddata.h>

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// The study's label files, read in the given order of names; no run is in the store.
std::shared_ptr<const LabelBook> published(QDir::SortFlags order)
{
    const QDir folder(QFileInfo(Test::sharedFile(u"data/paper/judge_validation_set.json"_s)).path());
    LabelLog log;
    for (const auto &name :
        folder.entryList({u"failure_*.csv"_s, u"logic_*.csv"_s, u"*_set.json"_s}, QDir::Files, order)) {
        const auto file = readLabelFile(folder.filePath(name), {});
        if (!file)
            qFatal("%s", qPrintable(file.error().message));
        log.add(file->events);
    }
    auto book = std::make_shared<LabelBook>();
    book->codebooks = {studyCodebook()};
    book->rows = labelRows(log, {}, {});
    return book;
}

/// Counts of a table in words, without those of the validation set's human.
QStringList printed(const TableSpec &table)
{
    QStringList lines;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto text = [&](QStringView key) { return cellText(table.at(i, key), CellKind::Text); };
        if (text(u"annotator") == judgeName)
            lines << text(u"model") % u' ' % text(u"category") % u'/' % text(u"subcategory") % u' ' % text(u"count")
                    % u" of " % text(u"n");
    }
    return lines;
}

} // namespace

/// What the study's published label files give with nothing else in the store.
class TestPublishedLabels : public QObject
{
    Q_OBJECT

private slots:
    void theFailureTable()
    {
        DECAYSCOPE_REQUIRE_SHARED("data/paper/judge_validation_set.json");
        const auto labels = published(QDir::Name);
        const auto table = buildTable(u"taxonomy", {}, {.labels = labels});
        QVERIFY(table);
        const auto lines = printed(*table);
        const auto expected = [&](const QString &line) {
            if (!lines.contains(line))
                qWarning().noquote() << lines.join(u'\n');
            return lines.contains(line);
        };
        for (const auto *line : {"qwen3-coder-next logic_error/– 137 of 194", "gpt-5-mini logic_error/– 63 of 200",
                 "minimax-m2.5 logic_error/– 111 of 145", "gpt-5.4 logic_error/– 64 of 103",
                 "gpt-5-mini server_startup_failure/– 101 of 200",
                 "minimax-m2.5 logic_error/incorrect_query_logic 33 of 111",
                 "gpt-5.4 logic_error/database_runtime_error 7 of 64"})
            QVERIFY2(expected(QString::fromUtf8(line)), line);
        QVERIFY2(table->notes.contains(u"Annotator judge: 642 labels; runs of 642 of them are not in the store."),
            qPrintable(table->notes.join(u'\n')));
        for (const auto &field : table->fields)
            qInfo().noquote() << field.group << field.key << cellText(field.value, field.kind);
        // The order of the files does not matter.
        const auto again = buildTable(u"taxonomy", {}, {.labels = published(QDir::Name | QDir::Reversed)});
        QCOMPARE(printed(*again), lines);
    }

    void theJudgeAgainstTheHuman()
    {
        DECAYSCOPE_REQUIRE_SHARED("data/paper/judge_validation_set.json");
        const auto table = buildTable(u"agreement", {}, {.labels = published(QDir::Name)});
        QVERIFY(table);
        QStringList fields;
        for (const auto &field : table->fields)
            fields << field.key % u' ' % cellText(field.value, field.kind);
        for (const auto *line : {"items 50", "accuracy 0.980", "kappa 0.975", "kappa_high 1.000", "macro_f1 0.975"})
            QVERIFY2(fields.contains(QString::fromLatin1(line)), qPrintable(fields.join(u'\n')));
        QCOMPARE(table->rows.size(), 6U);
    }

    void barsOfEveryModel()
    {
        DECAYSCOPE_REQUIRE_SHARED("data/paper/judge_validation_set.json");
        const auto figure = taxonomyFigure({}, {.labels = published(QDir::Name)});
        QCOMPARE(figure.x.categories.join(u' '), u"gpt-5-mini gpt-5.4 minimax-m2.5 qwen3-coder-next"_s);
        QCOMPARE(figure.x.subLabels.join(u' '), u"n = 200 n = 103 n = 145 n = 194"_s);
    }
};

QTEST_GUILESS_MAIN(TestPublishedLabels)
#include "tst_publishedlabels.moc"
