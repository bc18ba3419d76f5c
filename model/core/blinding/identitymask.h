// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/configuration.h>

#include <QStringList>

#include <memory>
#include <span>

namespace Decayscope {

class NameTree;

/// Stands for a masked word in every text; of ASCII letters, so that it can stand in JSON, code and paths.
inline constexpr QLatin1StringView maskSign{"MASKED"};

/// Finds what would tell who made a run: names of models and scaffolds however they are written, names of their makers,
/// and words a coordinator adds. Matches whatever the case; "-", "_", "." and blanks in names are alike and may be
/// absent. A name counts where a word begins and ends, also at the humps of "ChatGPT" and "GPTClient", and takes the
/// version behind it along.
class IdentityMask
{
public:
    IdentityMask(std::span<const ConfigurationStyle> known, const QStringList &words);

    /// The text with each identity replaced by maskSign. Linear in its length. JSON stays JSON.
    [[nodiscard]] QString masked(const QString &text) const;
    [[nodiscard]] QByteArray masked(const QByteArray &utf8) const; ///< Bytes that are not UTF-8 stay as they are.
    [[nodiscard]] bool hasIdentity(QStringView text) const;
    [[nodiscard]] bool hasIdentity(QByteArrayView utf8) const;

    /// What is masked, for the handbook, the designer and the certificate.
    [[nodiscard]] const QStringList &rules() const { return m_rules; }

private:
    QStringList m_rules;
    std::shared_ptr<const NameTree> m_names; ///< Shared between copies; never changed.
};

} // namespace Decayscope
