// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long labelling takes in a study that has 20,000 label events: a label on its way to the disk (20 ms), the
// state of an item and the book after a key press, and opening the study. A folder to write to may be named.

#include <store/connection.h>
#include <store/labelstore.h>
#include <workspace/labeljournal.h>
#include <workspace/workspace.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Decayscope;

namespace {

constexpr int annotators = 5;
constexpr int items = 800;
constexpr int repetitions = 200;
constexpr double commitBudget = 20; ///< Milliseconds.
constexpr double itemBudget = 100;

Sample benchSample()
{
    Sample sample;
    sample.design.title = QStringLiteral("bench");
    sample.codebook = studyCodebook().id;
    for (int item = 0; item < items; ++item)
        sample.items.push_back(
            {.target = {.runtime = QStringLiteral("uv"),
                 .configuration = {.scaffold = QStringLiteral("bench"), .model = QStringLiteral("bench")},
                 .task = QStringLiteral("flask-openapi-unconstrained"),
                 .trial = item,
                 .date = {}},
                .stratum = 0,
                .weight = 1,
                .family = {}});
    return sealed(sample);
}

QString nameOf(int annotator)
{
    return u"annotator " + QString::number(annotator);
}

Label benchLabel()
{
    return {.code = QStringLiteral("logic_error"),
        .subcode = QStringLiteral("auth_misconfiguration"),
        .codebook = studyCodebook().id,
        .version = 1,
        .confidence = 2,
        .memo = QStringLiteral("The token is read from the wrong header, and everything that needs a user fails."),
        .evidence = {},
        .blind = true};
}

/// Five events an item and annotator, as labelling by keyboard leaves them.
Result<> fill(Connection connection, const Sample &sample)
{
    std::vector<LabelEvent> events;
    for (int annotator = 0; annotator < annotators; ++annotator) {
        for (int item = 0; item < items; ++item) {
            for (const LabelAction &action :
                std::initializer_list<LabelAction>{Opened{}, Chosen{benchLabel().code, false},
                    Chosen{benchLabel().subcode, true}, Committed{benchLabel()}, Spent{30'000}})
                events.push_back(makeLabelEvent(nameOf(annotator), {sample.id, item, 0}, action));
        }
    }
    return writeSample(connection, sample).and_then([&] { return appendLabelEvents(connection, events); });
}

/// Prints the median and the slowest of many times.
template <typename Work>
void measure(const char *what, double budget, Work work)
{
    std::vector<double> times;
    for (int repetition = 0; repetition < repetitions; ++repetition) {
        QElapsedTimer time;
        time.start();
        work(repetition);
        times.push_back(static_cast<double>(time.nsecsElapsed()) * 1e-6);
    }
    std::ranges::sort(times);
    const auto median = times[times.size() / 2];
    std::printf(
        "%-46s median %8.3f ms, slowest %8.3f ms, %5.3f of the budget\n", what, median, times.back(), median / budget);
}

void measureJournal(LabelJournal &journal, const Sample &sample)
{
    const auto item = [&](int number) { return ItemKey{sample.id, number % items, 0}; };
    const auto key = [&](int number) { return journal.record(nameOf(0), item(number), Rated{1 + number % 3}); };
    measure("label on the disk", commitBudget, [&](int number) { key(number).waitForFinished(); });
    QCoreApplication::processEvents();
    measure("state of an item", itemBudget,
        [&](int number) { std::ignore = journal.state(nameOf(number % annotators), item(number)); });
    measure("states of a sample", itemBudget,
        [&](int number) { std::ignore = journal.states(nameOf(number % annotators), sample.id); });
    measure("key press and book", itemBudget, [&](int number) {
        key(number);
        std::ignore = journal.book();
    });
    auto held = journal.book();
    measure("key press and book while somebody holds one", itemBudget, [&](int number) {
        key(number);
        held = journal.book();
    });
    const auto book = journal.book();
    measure("all rows anew", itemBudget, [&](int) { std::ignore = labelRows(*book->log, book->samples, {}); });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder(QCoreApplication::arguments().value(1, QDir::tempPath()) + u"/labels-XXXXXX");
    const auto store = folder.filePath(QStringLiteral("study.decayscope"));
    const auto sample = benchSample();
    QElapsedTimer time;
    time.start();
    const auto filled = Connection::open(store, OpenMode::CreateOrReadWrite).and_then([&](Connection connection) {
        return fill(std::move(connection), sample);
    });
    if (!filled) {
        std::printf("%s\n", qPrintable(filled.error().message));
        return 1;
    }
    std::printf("%-46s        %8lld ms\n", "20,000 events in one transaction", static_cast<long long>(time.restart()));
    auto workspace = Workspace::open(store, OpenMode::ReadWrite, {});
    if (!workspace)
        return 1;
    std::printf("%-46s        %8lld ms\n", "opening the study", static_cast<long long>(time.elapsed()));
    measureJournal((*workspace)->labels(), sample);
    return 0;
}
