// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a run waits for its database: the copy of the template, the start, and a client's first connection.
//
//     bench_postgres [ROUNDS]

#include <database/postgresserver.h>
#include <sandbox/sandboxes.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

struct Times
{
    qint64 copy = 0;
    qint64 start = 0;
    qint64 whole = 0;
    qint64 client = 0; ///< A sandboxed psql that asks one thing.
};

Result<Times> measured(Sandbox &sandbox, const QString &cacheFolder)
{
    auto folder = sandbox.makeFolder();
    if (!folder)
        return std::unexpected(folder.error());
    auto session = sandbox.open({.workspace = (*folder)->path()});
    if (!session)
        return std::unexpected(session.error());
    QElapsedTimer time;
    time.start();
    const auto server = PostgresServer::start(sandbox, **session, cacheFolder, {}, {});
    if (!server)
        return std::unexpected(server.error());
    Times times{
        .copy = (*server)->copyTime().count(), .start = (*server)->startTime().count(), .whole = time.restart()};
    const auto report = runCommand(**session,
        {.command = {u"psql"_s, u"postgresql://user:password@postgres/conduit"_s, u"-c"_s, u"select 1"_s}}, {});
    times.client = time.elapsed();
    if (!report || !report->isSuccess())
        return failure(ErrorKind::Internal, u"The client was not let in."_s);
    return times;
}

void print(const char *name, std::vector<Times> all, qint64 Times::*part)
{
    std::ranges::sort(all, {}, part);
    std::printf("%-32s median %5lld ms   best %5lld ms   worst %5lld ms\n", name,
        static_cast<long long>(all[all.size() / 2].*part), static_cast<long long>(all.front().*part),
        static_cast<long long>(all.back().*part));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int rounds = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 10;
    const auto sandbox = bubblewrapSandbox();
    QTemporaryDir cache;
    std::vector<Times> all;
    for (int i = 0; sandbox && i <= rounds; ++i) {
        const auto times = measured(**sandbox, cache.path());
        if (!times) {
            std::fprintf(stderr, "%s\n", qPrintable(times.error().message));
            return 1;
        }
        if (i == 0)
            std::printf("%-32s %12lld ms\n", "the first run, with a template", static_cast<long long>(times->whole));
        else
            all.push_back(*times);
    }
    if (all.empty()) {
        std::fprintf(stderr, "%s\n", qPrintable(sandbox.error().message));
        return 1;
    }
    print("copy of the template", all, &Times::copy);
    print("start to the first connection", all, &Times::start);
    print("ready, all in all", all, &Times::whole);
    print("a client in a sandbox", all, &Times::client);
    return 0;
}
