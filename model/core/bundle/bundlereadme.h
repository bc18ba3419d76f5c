// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundledpart.h"
#include "bundleplan.h"
#include "studydocuments.h"

#include <QDateTime>

namespace Decayscope {

/// How a bundle was made: kept in bundle.json so that it can be made again.
struct BundleMaking
{
    QString program; ///< "decayscope 0.7"
    QDateTime made;
    QString qt; ///< The version that painted.
    QString drawing; ///< Hash of a trial figure: whether another system draws the same bytes.
};

[[nodiscard]] QByteArray bundleMakingDocument(const BundleMaking &making);
[[nodiscard]] Result<BundleMaking> readBundleMaking(const QByteArray &document, const QString &source);

/// README.md: what is in the bundle, how to check it, each part with its caption, what could not be made and why.
[[nodiscard]] QByteArray bundleReadme(const StudyData &data, const BundlePlan &plan, const BundleMaking &making,
    const std::vector<BundledSection> &sections);

} // namespace Decayscope
