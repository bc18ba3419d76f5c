// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <backends/pythonlab.h>

namespace Decayscope::Test {

/// A project of the second contract that does everything right, in the folder tests/evaluator/shelf/backends/name.
struct ShelfBackend
{
    QString name;
    QString task; ///< "flask-shelf-clean_architecture-sqlite"

    [[nodiscard]] QString folder() const;
};

[[nodiscard]] const std::vector<ShelfBackend> &shelfBackends();

/// That of a folder's name; it must be there.
[[nodiscard]] ShelfBackend shelfBackend(const QString &name);

/// Why a backend cannot be evaluated here, a sentence; empty where it can.
[[nodiscard]] QString missingFor(const ShelfBackend &backend);

/// The request for a folder as a task of a book's contracts; Python is set up from this system's packages without any
/// network. Errors: those of the book.
[[nodiscard]] Result<EvaluationRequest> shelfRequest(
    const QString &task, const QString &folder, const ContractBook &book = ContractBook::builtIn());

/// The faults to be planted in the backends.
[[nodiscard]] QString shelfDefectsFile();

/// Copies the contract as a user would to make one of their own, with another name and another word in its tasks.
/// False where something cannot be written.
[[nodiscard]] bool copyShelf(const QString &folder, const QString &name, const QString &word);

} // namespace Decayscope::Test
