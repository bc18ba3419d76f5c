// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long the first page of fifty hits takes in the study file named on the command line (0.2 s), or in the
// tree that is imported into it first. Further arguments behind "--" are queries of one's own.

#include <workspace/workspace.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

#include <cstdio>

using namespace Decayscope;

namespace {

constexpr double budget = 0.2;

Verifiers judgingNothing()
{
    const Verifier none{
        QStringLiteral("none"), [](QByteArrayView, ConstraintSet) { return std::vector<ConstraintVerdict>(); }};
    return {.reference = none, .syntax = none};
}

void measure(const QString &store, const SearchRequest &request)
{
    QElapsedTimer time;
    time.start();
    const auto page = searchInStore(store, request, {});
    const auto seconds = static_cast<double>(time.nsecsElapsed()) * 1e-9;
    if (!page) {
        std::printf("%-44s %s\n", qPrintable(request.query), qPrintable(page.error().message));
        return;
    }
    std::printf("%-44s %8.4f s   %5.2f of the budget   %3zd of %s%lld\n", qPrintable(request.query), seconds,
        seconds / budget, page->hits.size(), page->isTotalExact ? "" : "at most ", static_cast<long long>(page->total));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto own = arguments.indexOf(QStringLiteral("--"));
    const auto paths = arguments.sliced(1, (own < 0 ? arguments.size() : own) - 1);
    if (paths.isEmpty())
        return 2;
    if (paths.size() > 1 && !QFileInfo::exists(paths[0])
        && !importIntoStore(paths[0], paths.sliced(1), {}, judgingNothing(), {}))
        return 1;
    const QStringList common{QStringLiteral("the"), QStringLiteral("error"), QStringLiteral("error NOT test"),
        QStringLiteral("econnrefused"), QStringLiteral("sqlite OR postgres"), QStringLiteral("\"return code\""),
        QStringLiteral("\"npm install\" NOT express"), QStringLiteral("app.js"), QStringLiteral("trans*"),
        QStringLiteral("zyxwvut")};
    for (const auto &query : own < 0 ? common : arguments.sliced(own + 1)) {
        measure(paths[0], {.query = query, .runs = {}});
        measure(paths[0], {.query = query, .parts = {SearchPart::Logs}, .runs = {}});
    }
    return 0;
}
