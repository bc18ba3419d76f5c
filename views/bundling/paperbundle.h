// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <bundle/bundleplan.h>
#include <bundle/manifest.h>
#include <bundle/studydocuments.h>

#include <QDateTime>

namespace Decayscope {

/// What came of checking a bundle.
struct BundleVerdict
{
    std::vector<ManifestLine> files; ///< The manifest.
    QStringList differences; ///< Sentences naming the file: changed, missing, not in the manifest, not made again.
    QStringList notes; ///< What explains itself: pictures drawn by another Qt, rounding errors, another version.
    int picturesNotCompared = 0; ///< Drawn by another Qt, as the bundle says: nobody knows whether they are its own.
    bool isOtherStore = false; ///< A store was asked and it is another one.

    [[nodiscard]] bool matches() const { return differences.isEmpty() && !isOtherStore; }
};

/// All files of a bundle, by path: README.md, plan.json, figures (PDF, SVG, their data), tables (LaTeX, CSV, HTML),
/// analyses with their scripts, data, codebooks, agreement report, blinding certificates, samples. The same study, plan
/// and time give the same bytes. What cannot be made is a sentence in README.md, never a missing file without a word.
/// Needs a QApplication (offscreen will do); paints in the calling thread. Errors: a font or venue that is not there,
/// an identity that could not be removed from an anonymous bundle, data too large to be counted (Damaged), Cancelled.
[[nodiscard]] Result<std::vector<BundledFile>> bundleFiles(const StudyData &data, const BundlePlan &plan,
    const QString &program, const QDateTime &made, const Progress &progress);

/// Writes a bundle with its MANIFEST.sha256 into a folder that does not exist yet or is empty: whole or not at all.
[[nodiscard]] Result<std::vector<ManifestLine>> buildBundle(const QString &folder, const StudyData &data,
    const BundlePlan &plan, const QString &program, const QDateTime &made, const Progress &progress);

/// Checks every file against the manifest, makes all of them again from the bundle's own data and compares the bytes;
/// where `store` is given, compares the bundle's data with it as well and names the runs that changed. Pictures
/// with other bytes are differences, unless the bundle says that another Qt drew it and this one draws otherwise.
[[nodiscard]] Result<BundleVerdict> verifyBundle(
    const QString &folder, const StudyData *store, const QString &program, const Progress &progress);

} // namespace Decayscope
