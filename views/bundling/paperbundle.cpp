// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperbundle.h"

#include "bundlefolder.h"
#include "bundlemaker.h"
#include "bundlescan.h"
#include "guarded.h"

#include <bundle/identitywords.h>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostTraces = 10;

Result<> checkAnonymous(const std::vector<BundledFile> &files, const QStringList &words)
{
    auto traces = identityTraces(files, WordMask(words));
    if (traces.isEmpty())
        return {};
    const auto more = traces.size() - mostTraces;
    traces = traces.first(std::min(traces.size(), mostTraces));
    if (more > 0)
        traces.append(u"%1 files more"_s.arg(more));
    return failure(ErrorKind::Refused,
        u"The bundle would not be anonymous: %1. Rename what is called so in the study, or leave it out with a filter; "
        "nothing was written."_s.arg(traces.join(u"; ")));
}

Result<std::vector<BundledFile>> makeFiles(const StudyData &data, const BundlePlan &plan, const QString &program,
    const QDateTime &made, const Progress &progress)
{
    const auto context = bundleContext(data, plan, program, made);
    if (!context)
        return std::unexpected(context.error());
    auto files = BundleMaker(*context, progress).made();
    if (!files || !plan.anonymous)
        return files;
    const auto checked = checkAnonymous(*files, identityWords(data, plan.identities));
    return checked ? std::move(files) : std::unexpected(checked.error());
}

} // namespace

Result<std::vector<BundledFile>> bundleFiles(const StudyData &data, const BundlePlan &plan, const QString &program,
    const QDateTime &made, const Progress &progress)
{
    return guarded([&] { return makeFiles(data, plan, program, made, progress); });
}

Result<std::vector<ManifestLine>> buildBundle(const QString &folder, const StudyData &data, const BundlePlan &plan,
    const QString &program, const QDateTime &made, const Progress &progress)
{
    if (const auto checked = checkBundleFolder(folder); !checked)
        return std::unexpected(checked.error());
    auto files = bundleFiles(data, plan, program, made, progress);
    if (!files)
        return std::unexpected(std::move(files.error()));
    auto lines = manifestOf(*files);
    files->push_back({.path = manifestName, .content = manifestDocument(lines)});
    if (const auto written = writeBundleFolder(folder, *files, progress); !written)
        return std::unexpected(written.error());
    return lines;
}

} // namespace Decayscope
