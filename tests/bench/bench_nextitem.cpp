// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long an annotator waits: from Enter until the next item is on the page (0.1 s each), and until everything
// computed from it is there. Labels a blind sample of a copy of the study file named on the command line.

#include "windowfixture.h"

#include <labeling/sampledesigner.h>
#include <pages/labelpage.h>
#include <runview/turnlistview.h>
#include <shell/labeldesk.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Decayscope;

namespace {

constexpr double budget = 0.1;
constexpr int items = 40;
constexpr int patience = 120'000;

void print(const char *what, std::vector<double> &seconds)
{
    std::ranges::sort(seconds);
    const auto median = seconds[seconds.size() / 2];
    std::printf("%-24s median %7.4f s, worst %7.4f s; median %5.2f of the budget of %.2f s\n", what, median,
        seconds.back(), median / budget, budget);
}

bool freeze(MainWindow &window)
{
    window.commands().action(Command::NewSample)->trigger();
    auto *designer = window.labelPage()->designer();
    designer->setDesign(
        {.title = QStringLiteral("Bench"), .size = items, .annotators = {window.labelDesk()->annotator()}});
    emit designer->freezeRequested(designer->design());
    return QTest::qWaitFor([&] { return window.labelDesk()->item() && !window.isComputing(); }, patience);
}

void label(MainWindow &window)
{
    std::vector<double> shown;
    std::vector<double> complete;
    auto *page = window.labelPage()->run();
    page->turns()->setFocus();
    while (window.labelDesk()->item()) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
        const auto before = page->reading();
        QElapsedTimer time;
        time.start();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        if (!window.labelDesk()->item())
            break;
        while (page->reading() == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        page->grab();
        shown.push_back(static_cast<double>(time.nsecsElapsed()) * 1e-9);
        while (window.isComputing())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        complete.push_back(static_cast<double>(time.nsecsElapsed()) * 1e-9);
    }
    print("next item shown", shown);
    print("with all it leads to", complete);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "Usage: bench_nextitem STUDY.decayscope\n");
        return 2;
    }
    const Test::FreshUser user;
    QApplication application(argc, argv);
    const QString copy = user.folder() + QStringLiteral("/bench.decayscope");
    if (!QFile::copy(QString::fromLocal8Bit(argv[1]), copy))
        return 2;
    const auto context = Test::openWindow(application, copy);
    if (!context || !freeze(context->window()))
        return 1;
    label(context->window());
    return 0;
}
