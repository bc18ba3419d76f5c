// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelsample.h"

#include <workspace/labeljournal.h>
#include <workspace/workspace.h>

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace Decayscope;

namespace {

/// Makes sure that the sample is there; another child may have stored it.
bool isReady(LabelJournal &journal, const Sample &sample)
{
    auto frozen = journal.freeze(sample);
    frozen.waitForFinished();
    QCoreApplication::processEvents();
    return frozen.result() && journal.book()->sample(sample.id);
}

/// Says that a memo was stored, past every buffer of this program.
void acknowledge(const QString &memo)
{
    std::fputs(qPrintable(memo + u'\n'), stdout);
    std::fflush(stdout);
}

} // namespace

/// labelchild STORE ROUND COUNT: writes COUNT memos, says each that is stored, begins some more, and kills itself.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    auto workspace = Workspace::open(arguments.at(1), OpenMode::CreateOrReadWrite, {});
    const auto sample = Test::aTrialSample(3);
    if (!workspace || !isReady((*workspace)->labels(), sample))
        return 1;
    auto &journal = (*workspace)->labels();
    const auto note
        = [&](const QString &memo) { return journal.record(QStringLiteral("ada"), {sample.id, 0, 0}, Noted{memo}); };
    for (int number = 0; number < arguments.at(3).toInt(); ++number) {
        const QString memo = arguments.at(2) + u'.' + QString::number(number);
        auto stored = note(memo);
        stored.waitForFinished();
        if (!stored.result())
            return 2;
        acknowledge(memo);
    }
    for (int more = 0; more < 3; ++more)
        note(QStringLiteral("perhaps"));
    std::raise(SIGKILL);
    return 3;
}
