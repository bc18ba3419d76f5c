// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <bundle/bundleplan.h>
#include <bundle/bundlereadme.h>
#include <bundle/manifest.h>

#include <cstdlib>

using namespace Decayscope;

namespace {

/// What was read is written and read again as the same.
void feedManifest(const QByteArray &bytes)
{
    const auto lines = readManifest(bytes, QStringLiteral("m"));
    if (lines && readManifest(manifestDocument(*lines), QStringLiteral("m")) != lines)
        std::abort();
}

void feedPlan(const QByteArray &bytes)
{
    const auto plan = readBundlePlan(bytes, QStringLiteral("p"));
    if (!plan)
        return;
    const auto document = bundlePlanDocument(*plan);
    const auto again = readBundlePlan(document, QStringLiteral("p"));
    if (!again || bundlePlanDocument(*again) != document)
        std::abort();
}

} // namespace

/// The small documents of a bundle, or anything in their place.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    feedManifest(bytes);
    feedPlan(bytes);
    std::ignore = readBundleMaking(bytes, QStringLiteral("b"));
    return 0;
}
