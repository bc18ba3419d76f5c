// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/configuration.h>
#include <domain/runreading.h>

#include <span>

namespace Decayscope {

/// Finds what would tell who made a run: names of models and scaffolds however they are written, names of their makers,
/// and words a coordinator adds. Matches whatever the case; "-", "_", "." and blanks in names are alike and may be
/// absent.
class IdentityMask
{
public:
    IdentityMask(std::span<const ConfigurationStyle> known, const QStringList &words);

    /// The text with each identity replaced by maskSign. Linear in its length.
    [[nodiscard]] QString masked(const QString &text) const;
    [[nodiscard]] QByteArray masked(const QByteArray &utf8) const; ///< Bytes that are not UTF-8 stay as they are.
    [[nodiscard]] bool hasIdentity(QStringView text) const;

    /// What is masked, for the handbook, the designer and the certificate.
    [[nodiscard]] const QStringList &rules() const { return m_rules; }

private:
    QStringList m_rules;
    // The implementer's.
};

/// Stands for a masked word in every text; of ASCII letters, so that it can stand in JSON, code and paths.
inline constexpr QLatin1StringView maskSign{"MASKED"};

/// A run as a blind annotator may see it: configuration, date and origin empty, every text masked, turns masked as they
/// are read (also raw ones), paths masked. The id stays. Makers of formats' event names are masked too.
[[nodiscard]] std::shared_ptr<const RunReading> blindReading(
    std::shared_ptr<const RunReading> reading, const IdentityMask &mask);

} // namespace Decayscope
