// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/constraint.h>

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace Decayscope::Test {

/// A patch with the study's own answers for it.
struct VerifierCase
{
    QString name;
    QByteArray patch;
    QJsonObject answers; ///< By constraint name.
};

/// The shared cases; none where the shared data is absent.
[[nodiscard]] std::vector<VerifierCase> verifierCases();

/// The study's answers, a line a constraint.
[[nodiscard]] QStringList printedAnswers(const QJsonObject &answers);

/// Decayscope's answers to the same patch, in the same words.
[[nodiscard]] QStringList printedVerdicts(QByteArrayView patch);

} // namespace Decayscope::Test
