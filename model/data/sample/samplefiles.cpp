// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplefiles.h"

#include "samplelogs.h"
#include "samplepatch.h"
#include "samplereport.h"
#include "sampletrajectory.h"

#include <imports/runfiles.h>
#include <imports/runreader.h>

#include <algorithm>

namespace Decayscope {

namespace {

/// Readers may look a little beyond a text; see spareBytes.
QByteArray withSpareBytes(const QByteArray &bytes)
{
    return roomFor(bytes.size()).append(bytes);
}

std::vector<RawFile> filesOf(const SampleRun &run)
{
    const auto project = sampleProject(run);
    const auto answers = sampleAnswers(run);
    const auto bugs = sampleBugs(answers);
    const auto sources = sampleSources(project, bugs);
    const auto report = QStringLiteral("newman-run-report-2026-01-15-09-30-00-000-0");
    auto files = sampleTrajectory(run, sampleStory(run, project, sources, bugs));
    files.push_back({run.key.configuration.scaffold % u'-' % run.key.task % u".patch", samplePatch(sources), {}});
    files.push_back({report % u".csv", sampleReport(answers), {}});
    files.push_back({report % u".json", sampleFailureReport(answers), {}});
    files.push_back({QStringLiteral("conduit.log"), sampleServerLog(project, sources, bugs, answers), {}});
    files.push_back({QStringLiteral("setup.log"), sampleSetupLog(project), {}});
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
