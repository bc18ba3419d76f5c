// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verb.h"

#include <labels/labelbook.h>

#include <QStringList>

#include <string>

namespace Decayscope {

/// The commands below `labels`.
[[nodiscard]] std::vector<std::unique_ptr<Verb>> labelVerbs();

[[nodiscard]] std::unique_ptr<Verb> makeLabelsImport();
[[nodiscard]] std::unique_ptr<Verb> makeLabelsExport();
[[nodiscard]] std::unique_ptr<Verb> makeLabelsHandout();
[[nodiscard]] std::unique_ptr<Verb> makeLabelsAgreement();
[[nodiscard]] std::unique_ptr<Verb> makeLabelsSample();
[[nodiscard]] std::unique_ptr<Verb> makeLabelsCertificate();

[[nodiscard]] QStringList textsOf(const std::vector<std::string> &words);

/// The labels of the store, or the status with which to end: then it has been said why.
[[nodiscard]] std::expected<LabelBook, ExitStatus> labelsOfStore(const VerbContext &context, Console &console);

/// Tells an error that a sound store gives: what is not there is a finding, what cannot be done or written is usage.
[[nodiscard]] ExitStatus failed(const Error &error, Console &console);

} // namespace Decayscope
