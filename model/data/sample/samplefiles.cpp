// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplefiles.h"

#include "samplepatch.h"
#include "samplereport.h"
#include "sampletrajectory.h"

#include <imports/runfiles.h>
#include <imports/runreader.h>

#include <algorithm>

namespace Decayscope {

namespace {

QByteArray serverLog(const SampleRun &run)
{
    QByteArray log = "> starting " + run.task.framework.toUtf8() + " server\n";
    if (!run.serverStarts)
        return log + "Error: the address is already in use or a module is missing\nserver exited with status 1\n";
    log += "listening on port 8080\n";
    for (int line = 0; line < 12; ++line)
        log += "GET /api/articles?offset=" + QByteArray::number(line) + " 200\n";
    return log;
}

/// Readers may look a little beyond a text; see spareBytes.
QByteArray withSpareBytes(const QByteArray &bytes)
{
    return roomFor(bytes.size()).append(bytes);
}

std::vector<RawFile> filesOf(const SampleRun &run)
{
    const auto sources = sampleSources(run);
    auto files = sampleTrajectory(run, sources);
    files.push_back({run.key.configuration.scaffold % u'-' % run.key.task % u".patch", samplePatch(sources), {}});
    files.push_back({QStringLiteral("newman-run-report-2026-01-15-09-30-00-000-0.csv"), sampleReport(run), {}});
    files.push_back({QStringLiteral("conduit.log"), serverLog(run), {}});
    files.push_back({QStringLiteral("setup.log"), "dependencies installed in 3 s\n", {}});
    for (auto &file : files)
        file.bytes = withSpareBytes(file.bytes);
    std::ranges::sort(files, {}, &RawFile::path);
    return files;
}

} // namespace

RunBundle sampleBundle(const SampleRun &run)
{
    const auto origin = QString(u"sample/" % run.key.runtime % u'/' % run.key.configuration.scaffold % u'/'
        % run.key.configuration.model % u'/' % run.key.task % u'/' % run.key.date % u"/run_"
        % QString::number(run.key.trial));
    return readRun({.key = run.key, .task = run.task, .origin = origin}, filesOf(run));
}

} // namespace Decayscope
