// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelreply.h"

#include <base/result.h>

#include <functional>
#include <memory>

namespace Decayscope {

/// Answers questions in the place of a model.
using ModelScript = std::function<ModelReply(const ModelQuestion &question)>;

struct ModelServerOptions
{
    QStringList models{QStringLiteral("scripted")}; ///< What GET /models lists; any other name is answered, too.
    QString key; ///< Requests without it are refused (401); empty: none is needed.
    quint16 port = 0; ///< 0: a free one.
    int listeningSocket = -1; ///< To be served in place of a port; the server closes it.
    int threads = 0; ///< The script runs in the server's thread, one question after the other; else in so many.
};

/// A server of OpenAI's chat completions on the loopback address whose model is a function: streaming and not, and
/// with everything that goes wrong with servers, as the script wants it. Works in a thread of its own until it is
/// destroyed; a script that still runs is waited for.
class ModelServer
{
public:
    /// Errors: Internal.
    [[nodiscard]] static Result<std::unique_ptr<ModelServer>> start(
        ModelScript script, ModelServerOptions options = {});
    ~ModelServer();
    ModelServer(const ModelServer &) = delete;
    ModelServer &operator=(const ModelServer &) = delete;

    [[nodiscard]] QString url() const; ///< As an endpoint's, such as "http://127.0.0.1:40123/v1".
    [[nodiscard]] int port() const;
    [[nodiscard]] int questions() const; ///< Asked so far. Thread-safe.

private:
    class Private;
    explicit ModelServer(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace Decayscope
