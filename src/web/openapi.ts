// Written by "npm run api" from the mounted routes; not by hand.
export interface paths {
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own account: ways in, second factors, sessions
         * @description For whoever is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The account */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: {
                                address: string | null;
                                proved: boolean;
                            };
                            identities: {
                                id: string;
                                label: string;
                                /** Format: date-time */
                                linkedAt: string;
                                /** @enum {string} */
                                provider: "oidc" | "slack";
                            }[];
                            oidc: {
                                name: string;
                            } | null;
                            passkeys: {
                                /** Format: date-time */
                                createdAt: string;
                                id: string;
                                /** Format: date-time */
                                lastUsedAt: string | null;
                                name: string;
                            }[];
                            password: {
                                /** Format: date-time */
                                changedAt: string | null;
                                set: boolean;
                            };
                            secondFactor: {
                                code: boolean;
                                recoveryCodesLeft: number;
                                required: boolean;
                            };
                            sessions: {
                                browser: string;
                                current: boolean;
                                id: string;
                                /** Format: date-time */
                                lastSeenAt: string;
                                secondFactor: boolean;
                                /** Format: date-time */
                                signedInAt: string;
                                system: string;
                            }[];
                            /** Format: date-time */
                            steppedUpUntil: string | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to add an app for codes
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description To be put into the app */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            uri: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Remove the app for codes
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/code/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an app for codes by its first code
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Added; the codes are shown this once */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recoveryCodes: string[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a linked sign-in
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/identities/oidc/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Link the organisation’s own sign-in to one’s account
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description To the issuer */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a passkey
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        response: {
                            /** @enum {string} */
                            authenticatorAttachment?: "cross-platform" | "platform";
                            /** @default {} */
                            clientExtensionResults?: {
                                [key: string]: unknown;
                            };
                            id: string;
                            rawId: string;
                            response: {
                                attestationObject: string;
                                authenticatorData?: string;
                                clientDataJSON: string;
                                publicKey?: string;
                                publicKeyAlgorithm?: number;
                                transports?: string[];
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
                    };
                };
            };
            responses: {
                /** @description Added; with the first second factor come recovery codes, shown this once */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            passkey: {
                                /** Format: date-time */
                                createdAt: string;
                                id: string;
                                /** Format: date-time */
                                lastUsedAt: string | null;
                                name: string;
                            };
                            recoveryCodes?: string[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Rename a passkey
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Renamed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/account/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a device is asked to make a passkey
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Options for the browser (WebAuthn) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            options: {
                                challenge: string;
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set one’s password
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Set; where there was one before, other sessions have ended */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Remove one’s password
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make recovery codes anew
         * @description For whoever is signed in. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Shown this once; the ones before are void */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recoveryCodes: string[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End all of one’s sessions but this one
         * @description For whoever is signed in.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of one’s sessions
         * @description For whoever is signed in.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove once more that it is you
         * @description For whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    } | {
                        recoveryCode: string;
                    } | {
                        passkey: {
                            /** @enum {string} */
                            authenticatorAttachment?: "cross-platform" | "platform";
                            /** @default {} */
                            clientExtensionResults?: {
                                [key: string]: unknown;
                            };
                            id: string;
                            rawId: string;
                            response: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                signature: string;
                                userHandle?: string;
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
                    } | {
                        password: string;
                    } | {
                        mailCode: string;
                    };
                };
            };
            responses: {
                /** @description Until when that counts */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            until: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/step-up/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a code by mail, for those who have nothing else
         * @description For whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description On its way, if there is nothing else to prove oneself with */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/step-up/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a passkey is asked to prove that it is you
         * @description For whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Options for the browser (WebAuthn) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            options: {
                                challenge: string;
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The API keys of my organisation
         * @description For members whose role allows `keys.manage` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The newest first, without their secrets */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keys: components["schemas"]["ApiKey"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make an API key
         * @description For members whose role allows `keys.manage` in their organisation. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default {
                         *       "days": 90
                         *     }
                         */
                        expires?: {
                            days: 30 | 90 | 365;
                        } | {
                            /** Format: date */
                            on: string;
                        };
                        name: string;
                        rights: ("read" | "publish" | "webhooks")[];
                    };
                };
            };
            responses: {
                /** @description The key, shown this once */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKeyMade"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description For members whose role allows `keys.manage` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revoked: it opens nothing from now on */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what when, newest first
         * @description For members whose role allows `audit.read` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    action?: string;
                    actor?: string;
                    before?: number;
                    from?: string;
                    kind?: "changes" | "reads";
                    targetId?: string;
                    targetType?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of entries */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entries: {
                                action: string;
                                actor: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                at: string;
                                detail: {
                                    [key: string]: string | number | boolean;
                                };
                                hash: string;
                                previous: string;
                                reads: boolean;
                                sentence: string;
                                seq: number;
                                target: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                            }[];
                            head: {
                                hash: string;
                                seq: number;
                            } | null;
                            next: number | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that the audit log can hold, with all fields
         * @description For members whose role allows `audit.read` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The closed list */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acts: {
                                action: string;
                                fields: {
                                    [key: string]: string;
                                };
                                group: string;
                                reads: boolean;
                                sentence: string;
                                target: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take the audit log along
         * @description For members whose role allows `audit.read` in their organisation. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        get: {
            parameters: {
                query?: {
                    action?: string;
                    actor?: string;
                    format?: "csv" | "jsonl";
                    from?: string;
                    kind?: "changes" | "reads";
                    targetId?: string;
                    targetType?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow the chain from its beginning to its sealed end
         * @description For members whose role allows `audit.read` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        head?: {
                            hash: string;
                            seq: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Whether it holds */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            brokenAt: number | null;
                            entries: number;
                            guardsMissing: string[];
                            head: {
                                hash: string;
                                seq: number;
                            } | null;
                            heads: number;
                            ok: boolean;
                            problem: string | null;
                            verifiedAt: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List campaigns by name, archived ones too
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            campaigns: components["schemas"]["Campaign"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Begin a campaign
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        colour?: "green" | "blue" | "violet" | "rose" | "amber" | "teal" | "slate";
                        /** Format: date */
                        from?: string | null;
                        name: string;
                        /** Format: date */
                        until?: string | null;
                    };
                };
            };
            responses: {
                /** @description The campaign */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Campaign"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a campaign, change its days or colour, archive it or open it again
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        archived?: boolean;
                        /** @enum {string} */
                        colour?: "green" | "blue" | "violet" | "rose" | "amber" | "teal" | "slate";
                        /** Format: date */
                        from?: string | null;
                        name?: string;
                        /** Format: date */
                        until?: string | null;
                    };
                };
            };
            responses: {
                /** @description The campaign */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Campaign"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/campaigns/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give all requests of a campaign to another, and remove it
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        into: string;
                    };
                };
            };
            responses: {
                /** @description The campaign */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Campaign"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Totals of a period, beside the one before
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Totals of a period beside the one before */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            byDay: {
                                clicks: number;
                                /** Format: date */
                                day: string;
                                shares: number;
                            }[];
                            change: {
                                awareness: number | null;
                                clicks: number | null;
                                reach: number | null;
                                shares: number | null;
                                value: number | null;
                            };
                            connected: {
                                value: number;
                            } | {
                                fewerThan: number;
                            };
                            currency: string;
                            open: number;
                            otherValues: {
                                currency: string;
                                value: number;
                            }[];
                            period: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            };
                            previous: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            };
                            topRequests: {
                                clicks: number;
                                id: string;
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                title: string;
                            }[];
                            totals: {
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                clicks: {
                                    total: number;
                                    unique: number;
                                };
                                reach: {
                                    accounts: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    countedAt: string | null;
                                    total: number | null;
                                };
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            };
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The departments of my organisation
         * @description For members whose role allows `places.read` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name, archived ones last */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            departments: components["schemas"]["Department"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a department
         * @description For members whose role allows `places.manage` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Added */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Department"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a department that nobody is in
         * @description For members whose role allows `places.manage` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Rename, archive or bring back a department
         * @description For members whose role allows `places.manage` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        archived?: boolean;
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Department"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How I want the totals sent to me
         * @description For members whose role allows `publish` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description My digest */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Null where I asked for none */
                            digest: {
                                /** @enum {string} */
                                every: "week" | "month";
                                /** @description By the organisation’s clock */
                                hour: number;
                                mail: boolean;
                                slack: boolean;
                                /** @description ISO: 1 is Monday. Of a month, the first such day */
                                weekday: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Have the totals of each week or month sent to me, by mail or as a direct message in Slack
         * @description For members whose role allows `publish` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        every: "week" | "month";
                        /** @description By the organisation’s clock */
                        hour: number;
                        mail: boolean;
                        slack: boolean;
                        /** @description ISO: 1 is Monday. Of a month, the first such day */
                        weekday: number;
                    };
                };
            };
            responses: {
                /** @description My digest as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Null where I asked for none */
                            digest: {
                                /** @enum {string} */
                                every: "week" | "month";
                                /** @description By the organisation’s clock */
                                hour: number;
                                mail: boolean;
                                slack: boolean;
                                /** @description ISO: 1 is Monday. Of a month, the first such day */
                                weekday: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Have no totals sent to me any more
         * @description For members whose role allows `publish` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what stands at the end of every post
         * @description For members whose role allows `organisation.read` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The disclosure */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Stands at the end of every post; empty for none */
                            words: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Set what stands at the end of every post
         * @description For members whose role allows `manage` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        words: string;
                    };
                };
            };
            responses: {
                /** @description The disclosure */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Stands at the end of every post; empty for none */
                            words: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What events are and were worth, from which day on
         * @description For members whose role allows `organisation.read` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What events are worth, from which day on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventValues"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-values/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what events are worth from a day on; days that are over keep theirs
         * @description For members whose role allows `organisation.manage` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    day: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EventWorth"];
                };
            };
            responses: {
                /** @description What events are worth, from which day on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventValues"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Take back what events were to be worth from a later day on
         * @description For members whose role allows `organisation.manage` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    day: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-values/reprice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Price past days anew: by today’s values, or by their own again
         * @description For members whose role allows `organisation.manage` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        by: "today" | "own";
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        until: string;
                    };
                };
            };
            responses: {
                /** @description What events are worth, from which day on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventValues"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List items that wait for a publisher, or were laid aside
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: {
                    feed?: string;
                    page?: number;
                    shelf?: "waiting" | "aside";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The latest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                author: string;
                                categories: string[];
                                description: string;
                                expiresAt: string;
                                /** @description Null for what somebody suggested */
                                feed: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                foundAt: string;
                                /** Format: uuid */
                                id: string;
                                link: string;
                                pictureUrl: string | null;
                                publishedAt: string | null;
                                requestId: string | null;
                                /** @enum {string} */
                                state: "waiting" | "made" | "dismissed" | "expired";
                                /** @description Where somebody suggested it */
                                suggestion: {
                                    /** @description Null where they gave no name */
                                    by: string | null;
                                    note: string;
                                } | null;
                                title: string;
                            }[];
                            total: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed-items/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a draft of an item, or send it at once
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        send?: boolean;
                    };
                };
            };
            responses: {
                /** @description The request that was made */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            requestId: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed-items/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lay an item aside
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The item */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            author: string;
                            categories: string[];
                            description: string;
                            expiresAt: string;
                            /** @description Null for what somebody suggested */
                            feed: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            foundAt: string;
                            /** Format: uuid */
                            id: string;
                            link: string;
                            pictureUrl: string | null;
                            publishedAt: string | null;
                            requestId: string | null;
                            /** @enum {string} */
                            state: "waiting" | "made" | "dismissed" | "expired";
                            /** @description Where somebody suggested it */
                            suggestion: {
                                /** @description Null where they gave no name */
                                by: string | null;
                                note: string;
                            } | null;
                            title: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed-items/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an item back into the queue
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The item */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            author: string;
                            categories: string[];
                            description: string;
                            expiresAt: string;
                            /** @description Null for what somebody suggested */
                            feed: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            foundAt: string;
                            /** Format: uuid */
                            id: string;
                            link: string;
                            pictureUrl: string | null;
                            publishedAt: string | null;
                            requestId: string | null;
                            /** @enum {string} */
                            state: "waiting" | "made" | "dismissed" | "expired";
                            /** @description Where somebody suggested it */
                            suggestion: {
                                /** @description Null where they gave no name */
                                by: string | null;
                                note: string;
                            } | null;
                            title: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed-items/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lay all waiting items aside
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        feed?: string | null;
                    };
                };
            };
            responses: {
                /** @description How many there were */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dismissed: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the feeds that requests are made of
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All feeds, by name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            feeds: {
                                channel: {
                                    id: string;
                                    name: string;
                                } | null;
                                channelId?: string | null;
                                checkedAt: string | null;
                                checking: boolean;
                                createdAt: string;
                                /** @default 5 */
                                dailyCap: number;
                                /**
                                 * @default free
                                 * @enum {string}
                                 */
                                editPolicy: "free" | "add" | "fixed";
                                /** @default 14 */
                                endAfterDays: number | null;
                                /** @default [] */
                                exclude: string[];
                                failing: boolean;
                                failingSince: string | null;
                                failures: number;
                                /** @enum {string|null} */
                                format: "rss" | "atom" | "rdf" | "json" | null;
                                /** Format: uuid */
                                id: string;
                                /** @default [] */
                                include: string[];
                                /** @default 60 */
                                intervalMinutes: number;
                                lastRead: {
                                    broken: number;
                                    cut: boolean;
                                    filtered: number;
                                    held: number;
                                    items: number;
                                    taken: number;
                                    withoutLink: number;
                                } | null;
                                /**
                                 * @default review
                                 * @enum {string}
                                 */
                                mode: "review" | "draft" | "send";
                                movedFrom: string | null;
                                name: string;
                                /**
                                 * @default [
                                 *       "linkedin",
                                 *       "x",
                                 *       "facebook",
                                 *       "threads",
                                 *       "mastodon",
                                 *       "bluesky"
                                 *     ]
                                 */
                                networks: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                                nextCheckAt: string;
                                problem: {
                                    code: string;
                                    sentence: string;
                                } | null;
                                /** @default 3 */
                                runCap: number;
                                /** @enum {string} */
                                state: "on" | "paused" | "off";
                                /**
                                 * @default {
                                 *       "title": "{title}",
                                 *       "slackText": "{description}",
                                 *       "networkText": "{title}"
                                 *     }
                                 */
                                template: {
                                    networkText: string;
                                    slackText: string;
                                    title: string;
                                };
                                title: string | null;
                                /** Format: uri */
                                url: string;
                                /**
                                 * @default {
                                 *       "source": "{feed}"
                                 *     }
                                 */
                                utm: {
                                    campaign?: string;
                                    content?: string;
                                    medium?: string;
                                    source?: string;
                                    term?: string;
                                };
                                waiting: number;
                            }[];
                            /** @description Waiting, of what people suggested */
                            suggestions: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a feed; it is looked at at once
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 0 */
                        alsoLast?: number;
                        channelId?: string | null;
                        /** @default 5 */
                        dailyCap?: number;
                        /**
                         * @default free
                         * @enum {string}
                         */
                        editPolicy?: "free" | "add" | "fixed";
                        /** @default 14 */
                        endAfterDays?: number | null;
                        /** @default [] */
                        exclude?: string[];
                        /** @default [] */
                        include?: string[];
                        /** @default 60 */
                        intervalMinutes?: number;
                        /**
                         * @default review
                         * @enum {string}
                         */
                        mode?: "review" | "draft" | "send";
                        name: string;
                        /**
                         * @default [
                         *       "linkedin",
                         *       "x",
                         *       "facebook",
                         *       "threads",
                         *       "mastodon",
                         *       "bluesky"
                         *     ]
                         */
                        networks?: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                        /** @default 3 */
                        runCap?: number;
                        /**
                         * @default {
                         *       "title": "{title}",
                         *       "slackText": "{description}",
                         *       "networkText": "{title}"
                         *     }
                         */
                        template?: {
                            networkText: string;
                            slackText: string;
                            title: string;
                        };
                        /** Format: uri */
                        url: string;
                        /**
                         * @default {
                         *       "source": "{feed}"
                         *     }
                         */
                        utm?: {
                            campaign?: string;
                            content?: string;
                            medium?: string;
                            source?: string;
                            term?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description The feed */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            checkedAt: string | null;
                            checking: boolean;
                            createdAt: string;
                            /** @default 5 */
                            dailyCap: number;
                            /**
                             * @default free
                             * @enum {string}
                             */
                            editPolicy: "free" | "add" | "fixed";
                            /** @default 14 */
                            endAfterDays: number | null;
                            /** @default [] */
                            exclude: string[];
                            failing: boolean;
                            failingSince: string | null;
                            failures: number;
                            /** @enum {string|null} */
                            format: "rss" | "atom" | "rdf" | "json" | null;
                            /** Format: uuid */
                            id: string;
                            /** @default [] */
                            include: string[];
                            /** @default 60 */
                            intervalMinutes: number;
                            lastRead: {
                                broken: number;
                                cut: boolean;
                                filtered: number;
                                held: number;
                                items: number;
                                taken: number;
                                withoutLink: number;
                            } | null;
                            /**
                             * @default review
                             * @enum {string}
                             */
                            mode: "review" | "draft" | "send";
                            movedFrom: string | null;
                            name: string;
                            /**
                             * @default [
                             *       "linkedin",
                             *       "x",
                             *       "facebook",
                             *       "threads",
                             *       "mastodon",
                             *       "bluesky"
                             *     ]
                             */
                            networks: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                            nextCheckAt: string;
                            problem: {
                                code: string;
                                sentence: string;
                            } | null;
                            /** @default 3 */
                            runCap: number;
                            /** @enum {string} */
                            state: "on" | "paused" | "off";
                            /**
                             * @default {
                             *       "title": "{title}",
                             *       "slackText": "{description}",
                             *       "networkText": "{title}"
                             *     }
                             */
                            template: {
                                networkText: string;
                                slackText: string;
                                title: string;
                            };
                            title: string | null;
                            /** Format: uri */
                            url: string;
                            /**
                             * @default {
                             *       "source": "{feed}"
                             *     }
                             */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            waiting: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A feed with its settings and what the last look brought
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The feed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            checkedAt: string | null;
                            checking: boolean;
                            createdAt: string;
                            /** @default 5 */
                            dailyCap: number;
                            /**
                             * @default free
                             * @enum {string}
                             */
                            editPolicy: "free" | "add" | "fixed";
                            /** @default 14 */
                            endAfterDays: number | null;
                            /** @default [] */
                            exclude: string[];
                            failing: boolean;
                            failingSince: string | null;
                            failures: number;
                            /** @enum {string|null} */
                            format: "rss" | "atom" | "rdf" | "json" | null;
                            /** Format: uuid */
                            id: string;
                            /** @default [] */
                            include: string[];
                            /** @default 60 */
                            intervalMinutes: number;
                            lastRead: {
                                broken: number;
                                cut: boolean;
                                filtered: number;
                                held: number;
                                items: number;
                                taken: number;
                                withoutLink: number;
                            } | null;
                            /**
                             * @default review
                             * @enum {string}
                             */
                            mode: "review" | "draft" | "send";
                            movedFrom: string | null;
                            name: string;
                            /**
                             * @default [
                             *       "linkedin",
                             *       "x",
                             *       "facebook",
                             *       "threads",
                             *       "mastodon",
                             *       "bluesky"
                             *     ]
                             */
                            networks: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                            nextCheckAt: string;
                            problem: {
                                code: string;
                                sentence: string;
                            } | null;
                            /** @default 3 */
                            runCap: number;
                            /** @enum {string} */
                            state: "on" | "paused" | "off";
                            /**
                             * @default {
                             *       "title": "{title}",
                             *       "slackText": "{description}",
                             *       "networkText": "{title}"
                             *     }
                             */
                            template: {
                                networkText: string;
                                slackText: string;
                                title: string;
                            };
                            title: string | null;
                            /** Format: uri */
                            url: string;
                            /**
                             * @default {
                             *       "source": "{feed}"
                             *     }
                             */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            waiting: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a feed; it can be brought back for 30 days
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a feed; it is looked at anew
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channelId?: string | null;
                        dailyCap?: number;
                        /** @enum {string} */
                        editPolicy?: "free" | "add" | "fixed";
                        endAfterDays?: number | null;
                        exclude?: string[];
                        include?: string[];
                        intervalMinutes?: number;
                        /** @enum {string} */
                        mode?: "review" | "draft" | "send";
                        name?: string;
                        networks?: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                        runCap?: number;
                        template?: {
                            networkText: string;
                            slackText: string;
                            title: string;
                        };
                        /** Format: uri */
                        url?: string;
                        utm?: {
                            campaign?: string;
                            content?: string;
                            medium?: string;
                            source?: string;
                            term?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description The feed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            checkedAt: string | null;
                            checking: boolean;
                            createdAt: string;
                            /** @default 5 */
                            dailyCap: number;
                            /**
                             * @default free
                             * @enum {string}
                             */
                            editPolicy: "free" | "add" | "fixed";
                            /** @default 14 */
                            endAfterDays: number | null;
                            /** @default [] */
                            exclude: string[];
                            failing: boolean;
                            failingSince: string | null;
                            failures: number;
                            /** @enum {string|null} */
                            format: "rss" | "atom" | "rdf" | "json" | null;
                            /** Format: uuid */
                            id: string;
                            /** @default [] */
                            include: string[];
                            /** @default 60 */
                            intervalMinutes: number;
                            lastRead: {
                                broken: number;
                                cut: boolean;
                                filtered: number;
                                held: number;
                                items: number;
                                taken: number;
                                withoutLink: number;
                            } | null;
                            /**
                             * @default review
                             * @enum {string}
                             */
                            mode: "review" | "draft" | "send";
                            movedFrom: string | null;
                            name: string;
                            /**
                             * @default [
                             *       "linkedin",
                             *       "x",
                             *       "facebook",
                             *       "threads",
                             *       "mastodon",
                             *       "bluesky"
                             *     ]
                             */
                            networks: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                            nextCheckAt: string;
                            problem: {
                                code: string;
                                sentence: string;
                            } | null;
                            /** @default 3 */
                            runCap: number;
                            /** @enum {string} */
                            state: "on" | "paused" | "off";
                            /**
                             * @default {
                             *       "title": "{title}",
                             *       "slackText": "{description}",
                             *       "networkText": "{title}"
                             *     }
                             */
                            template: {
                                networkText: string;
                                slackText: string;
                                title: string;
                            };
                            title: string | null;
                            /** Format: uri */
                            url: string;
                            /**
                             * @default {
                             *       "source": "{feed}"
                             *     }
                             */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            waiting: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/feeds/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a feed now
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The feed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            checkedAt: string | null;
                            checking: boolean;
                            createdAt: string;
                            /** @default 5 */
                            dailyCap: number;
                            /**
                             * @default free
                             * @enum {string}
                             */
                            editPolicy: "free" | "add" | "fixed";
                            /** @default 14 */
                            endAfterDays: number | null;
                            /** @default [] */
                            exclude: string[];
                            failing: boolean;
                            failingSince: string | null;
                            failures: number;
                            /** @enum {string|null} */
                            format: "rss" | "atom" | "rdf" | "json" | null;
                            /** Format: uuid */
                            id: string;
                            /** @default [] */
                            include: string[];
                            /** @default 60 */
                            intervalMinutes: number;
                            lastRead: {
                                broken: number;
                                cut: boolean;
                                filtered: number;
                                held: number;
                                items: number;
                                taken: number;
                                withoutLink: number;
                            } | null;
                            /**
                             * @default review
                             * @enum {string}
                             */
                            mode: "review" | "draft" | "send";
                            movedFrom: string | null;
                            name: string;
                            /**
                             * @default [
                             *       "linkedin",
                             *       "x",
                             *       "facebook",
                             *       "threads",
                             *       "mastodon",
                             *       "bluesky"
                             *     ]
                             */
                            networks: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                            nextCheckAt: string;
                            problem: {
                                code: string;
                                sentence: string;
                            } | null;
                            /** @default 3 */
                            runCap: number;
                            /** @enum {string} */
                            state: "on" | "paused" | "off";
                            /**
                             * @default {
                             *       "title": "{title}",
                             *       "slackText": "{description}",
                             *       "networkText": "{title}"
                             *     }
                             */
                            template: {
                                networkText: string;
                                slackText: string;
                                title: string;
                            };
                            title: string | null;
                            /** Format: uri */
                            url: string;
                            /**
                             * @default {
                             *       "source": "{feed}"
                             *     }
                             */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            waiting: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a feed
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The feed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            checkedAt: string | null;
                            checking: boolean;
                            createdAt: string;
                            /** @default 5 */
                            dailyCap: number;
                            /**
                             * @default free
                             * @enum {string}
                             */
                            editPolicy: "free" | "add" | "fixed";
                            /** @default 14 */
                            endAfterDays: number | null;
                            /** @default [] */
                            exclude: string[];
                            failing: boolean;
                            failingSince: string | null;
                            failures: number;
                            /** @enum {string|null} */
                            format: "rss" | "atom" | "rdf" | "json" | null;
                            /** Format: uuid */
                            id: string;
                            /** @default [] */
                            include: string[];
                            /** @default 60 */
                            intervalMinutes: number;
                            lastRead: {
                                broken: number;
                                cut: boolean;
                                filtered: number;
                                held: number;
                                items: number;
                                taken: number;
                                withoutLink: number;
                            } | null;
                            /**
                             * @default review
                             * @enum {string}
                             */
                            mode: "review" | "draft" | "send";
                            movedFrom: string | null;
                            name: string;
                            /**
                             * @default [
                             *       "linkedin",
                             *       "x",
                             *       "facebook",
                             *       "threads",
                             *       "mastodon",
                             *       "bluesky"
                             *     ]
                             */
                            networks: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                            nextCheckAt: string;
                            problem: {
                                code: string;
                                sentence: string;
                            } | null;
                            /** @default 3 */
                            runCap: number;
                            /** @enum {string} */
                            state: "on" | "paused" | "off";
                            /**
                             * @default {
                             *       "title": "{title}",
                             *       "slackText": "{description}",
                             *       "networkText": "{title}"
                             *     }
                             */
                            template: {
                                networkText: string;
                                slackText: string;
                                title: string;
                            };
                            title: string | null;
                            /** Format: uri */
                            url: string;
                            /**
                             * @default {
                             *       "source": "{feed}"
                             *     }
                             */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            waiting: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a deleted feed
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The feed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            checkedAt: string | null;
                            checking: boolean;
                            createdAt: string;
                            /** @default 5 */
                            dailyCap: number;
                            /**
                             * @default free
                             * @enum {string}
                             */
                            editPolicy: "free" | "add" | "fixed";
                            /** @default 14 */
                            endAfterDays: number | null;
                            /** @default [] */
                            exclude: string[];
                            failing: boolean;
                            failingSince: string | null;
                            failures: number;
                            /** @enum {string|null} */
                            format: "rss" | "atom" | "rdf" | "json" | null;
                            /** Format: uuid */
                            id: string;
                            /** @default [] */
                            include: string[];
                            /** @default 60 */
                            intervalMinutes: number;
                            lastRead: {
                                broken: number;
                                cut: boolean;
                                filtered: number;
                                held: number;
                                items: number;
                                taken: number;
                                withoutLink: number;
                            } | null;
                            /**
                             * @default review
                             * @enum {string}
                             */
                            mode: "review" | "draft" | "send";
                            movedFrom: string | null;
                            name: string;
                            /**
                             * @default [
                             *       "linkedin",
                             *       "x",
                             *       "facebook",
                             *       "threads",
                             *       "mastodon",
                             *       "bluesky"
                             *     ]
                             */
                            networks: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                            nextCheckAt: string;
                            problem: {
                                code: string;
                                sentence: string;
                            } | null;
                            /** @default 3 */
                            runCap: number;
                            /** @enum {string} */
                            state: "on" | "paused" | "off";
                            /**
                             * @default {
                             *       "title": "{title}",
                             *       "slackText": "{description}",
                             *       "networkText": "{title}"
                             *     }
                             */
                            template: {
                                networkText: string;
                                slackText: string;
                                title: string;
                            };
                            title: string | null;
                            /** Format: uri */
                            url: string;
                            /**
                             * @default {
                             *       "source": "{feed}"
                             *     }
                             */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            waiting: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a feed on again
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The feed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            checkedAt: string | null;
                            checking: boolean;
                            createdAt: string;
                            /** @default 5 */
                            dailyCap: number;
                            /**
                             * @default free
                             * @enum {string}
                             */
                            editPolicy: "free" | "add" | "fixed";
                            /** @default 14 */
                            endAfterDays: number | null;
                            /** @default [] */
                            exclude: string[];
                            failing: boolean;
                            failingSince: string | null;
                            failures: number;
                            /** @enum {string|null} */
                            format: "rss" | "atom" | "rdf" | "json" | null;
                            /** Format: uuid */
                            id: string;
                            /** @default [] */
                            include: string[];
                            /** @default 60 */
                            intervalMinutes: number;
                            lastRead: {
                                broken: number;
                                cut: boolean;
                                filtered: number;
                                held: number;
                                items: number;
                                taken: number;
                                withoutLink: number;
                            } | null;
                            /**
                             * @default review
                             * @enum {string}
                             */
                            mode: "review" | "draft" | "send";
                            movedFrom: string | null;
                            name: string;
                            /**
                             * @default [
                             *       "linkedin",
                             *       "x",
                             *       "facebook",
                             *       "threads",
                             *       "mastodon",
                             *       "bluesky"
                             *     ]
                             */
                            networks: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                            nextCheckAt: string;
                            problem: {
                                code: string;
                                sentence: string;
                            } | null;
                            /** @default 3 */
                            runCap: number;
                            /** @enum {string} */
                            state: "on" | "paused" | "off";
                            /**
                             * @default {
                             *       "title": "{title}",
                             *       "slackText": "{description}",
                             *       "networkText": "{title}"
                             *     }
                             */
                            template: {
                                networkText: string;
                                slackText: string;
                                title: string;
                            };
                            title: string | null;
                            /** Format: uri */
                            url: string;
                            /**
                             * @default {
                             *       "source": "{feed}"
                             *     }
                             */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            waiting: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what a feed has and what would be made of it
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channelId?: string | null;
                        /** @default 5 */
                        dailyCap?: number;
                        /**
                         * @default free
                         * @enum {string}
                         */
                        editPolicy?: "free" | "add" | "fixed";
                        /** @default 14 */
                        endAfterDays?: number | null;
                        /** @default [] */
                        exclude?: string[];
                        /** @default [] */
                        include?: string[];
                        /** @default 60 */
                        intervalMinutes?: number;
                        /**
                         * @default review
                         * @enum {string}
                         */
                        mode?: "review" | "draft" | "send";
                        /** @default  */
                        name?: string;
                        /**
                         * @default [
                         *       "linkedin",
                         *       "x",
                         *       "facebook",
                         *       "threads",
                         *       "mastodon",
                         *       "bluesky"
                         *     ]
                         */
                        networks?: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                        /** @default 3 */
                        runCap?: number;
                        /**
                         * @default {
                         *       "title": "{title}",
                         *       "slackText": "{description}",
                         *       "networkText": "{title}"
                         *     }
                         */
                        template?: {
                            networkText: string;
                            slackText: string;
                            title: string;
                        };
                        /** Format: uri */
                        url: string;
                        /**
                         * @default {
                         *       "source": "{feed}"
                         *     }
                         */
                        utm?: {
                            campaign?: string;
                            content?: string;
                            medium?: string;
                            source?: string;
                            term?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description The feed, or the feeds that a page names */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            broken: number;
                            cut: boolean;
                            filtered: number;
                            /** @enum {string} */
                            format: "rss" | "atom" | "rdf" | "json";
                            items: number;
                            /** @enum {string} */
                            kind: "feed";
                            newest: {
                                author: string;
                                link: string;
                                made: {
                                    networks: {
                                        network: string;
                                        text: string;
                                    }[];
                                    slackText: string;
                                    title: string;
                                };
                                publishedAt: string | null;
                                title: string;
                            }[];
                            title: string;
                            url: string;
                            withoutLink: number;
                        } | {
                            feeds: {
                                title: string;
                                url: string;
                            }[];
                            /** @enum {string} */
                            kind: "page";
                            sentence: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link-domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The hosts of my organisation’s short links
         * @description For members whose role allows `manage` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name, and the address that all organisations share */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            domains: components["schemas"]["LinkDomain"][];
                            sharedUrl: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a host for short links
         * @description For members whose role allows `manage` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        host: string;
                    };
                };
            };
            responses: {
                /** @description Added; it answers once its DNS shows the record */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkDomain"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link-domains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a host; links on it stop working there
         * @description For members whose role allows `manage` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Make new links for this host, or no longer
         * @description For members whose role allows `manage` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        isDefault: boolean;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkDomain"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/link-domains/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look now at what the DNS of a host says
         * @description For members whose role allows `manage` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkDomain"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The short links of a request, with their clicks
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query: {
                    requestId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The links of the request, as they are now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            links: components["schemas"]["ShortLink"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give a short link another address, or an end
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        allOfRequest?: boolean;
                        /** Format: date-time */
                        endsAt?: string | null;
                        name?: string | null;
                        targetAfter?: string | null;
                    };
                };
            };
            responses: {
                /** @description The links of the request, as they are now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            links: components["schemas"]["ShortLink"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has changed, told as it changes
         * @description For members whose role allows `organisation.read` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Server-sent events: `changed` with {"what"}, and `everything` after something may have been missed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The locations of my organisation
         * @description For members whose role allows `places.read` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name, archived ones last */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            locations: components["schemas"]["Location"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a location
         * @description For members whose role allows `places.manage` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        timeZone: string;
                    };
                };
            };
            responses: {
                /** @description Added */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a location that nobody is in
         * @description For members whose role allows `places.manage` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Rename, archive or bring back a location
         * @description For members whose role allows `places.manage` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        archived?: boolean;
                        name?: string;
                        timeZone?: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is looking, at which organisation, with which rights
         * @description Open to everybody: tells a visitor how to sign in, and a member about themselves.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed in or not */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ownerLinkPending: boolean;
                            /** @enum {boolean} */
                            signedIn: false;
                            signIn: {
                                email: boolean;
                                oidc: {
                                    name: string;
                                } | null;
                                passkey: boolean;
                                password: boolean;
                                slack: boolean;
                            };
                        } | {
                            can: {
                                approve: boolean;
                                audit: boolean;
                                manage: boolean;
                                people: boolean;
                                publish: boolean;
                            };
                            organisation: {
                                id: string;
                                name: string;
                                setup: {
                                    done: boolean;
                                    named: boolean;
                                    slackConnected: boolean;
                                };
                                timeZone: string;
                            } | null;
                            organisations: {
                                id: string;
                                name: string;
                            }[];
                            personId: string | null;
                            roles: ("owner" | "admin" | "publisher" | "approver" | "scheduler" | "payroll" | "auditor" | "employee")[];
                            security: {
                                /** @enum {string} */
                                secondFactor: "ok" | "needed" | "offered";
                            };
                            /** @enum {boolean} */
                            signedIn: true;
                            /** @description Guided tours that were taken or put off: offered no more */
                            toursAnswered: ("employees" | "schedulers" | "publishers" | "administrators")[];
                            user: {
                                email: string;
                                id: string;
                                name: string;
                            };
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members of my organisation, by words of their name or a whole address
         * @description For members whose role allows `members.read` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    department?: string;
                    location?: string;
                    page?: number;
                    q?: string;
                    role?: "owner" | "admin" | "publisher" | "approver" | "scheduler" | "payroll" | "auditor" | "employee";
                    state?: "active" | "invited" | "deactivated";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name, 50 a page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            members: components["schemas"]["Member"][];
                            total: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Invite somebody by mail
         * @description For members whose role allows `members.manage` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        departments?: string[];
                        email: string;
                        locations?: string[];
                        name: string;
                        reach?: {
                            /** @default [] */
                            departments?: string[];
                            /** @default [] */
                            locations?: string[];
                        };
                        /**
                         * @default [
                         *       "employee"
                         *     ]
                         */
                        roles?: ("owner" | "admin" | "publisher" | "approver" | "scheduler" | "payroll" | "auditor" | "employee")[];
                    };
                };
            };
            responses: {
                /** @description Invited */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Member"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation, or deactivate a member
         * @description For members whose role allows `members.manage` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change roles or state of a member
         * @description For members whose role allows `members.manage` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        departments?: string[];
                        locations?: string[];
                        reach?: {
                            /** @default [] */
                            departments?: string[];
                            /** @default [] */
                            locations?: string[];
                        };
                        roles?: ("owner" | "admin" | "publisher" | "approver" | "scheduler" | "payroll" | "auditor" | "employee")[];
                        /** @enum {string} */
                        state?: "active" | "deactivated";
                    };
                };
            };
            responses: {
                /** @description The member as they are now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Member"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/members/{id}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What ends and opens up with a member who leaves, or has left
         * @description For members whose role allows `members.manage` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Leaving"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take the list of members along, as CSV
         * @description For members whose role allows `members.read` in their organisation. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the rows of a file that do what its preview showed
         * @description For members whose role allows `members.manage` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        createPlaces?: boolean;
                        file: string;
                        /** @default false */
                        invite?: boolean;
                        /** @default null */
                        mapping?: {
                            departments?: number | null;
                            email?: number | null;
                            firstName?: number | null;
                            lastName?: number | null;
                            locations?: number | null;
                            name?: number | null;
                            roles?: number | null;
                        } | null;
                        marks: string[];
                    };
                };
            };
            responses: {
                /** @description What was done, and which rows were not taken */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportResult"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What importing a file of people would do, row by row
         * @description For members whose role allows `members.manage` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        createPlaces?: boolean;
                        file: string;
                        /** @default false */
                        invite?: boolean;
                        /** @default null */
                        mapping?: {
                            departments?: number | null;
                            email?: number | null;
                            firstName?: number | null;
                            lastName?: number | null;
                            locations?: number | null;
                            name?: number | null;
                            roles?: number | null;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description A verdict for each row; nothing was changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportPreview"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that is held about me, and who looked at it
         * @description For members whose role allows `profile.keep` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Everything, now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyData"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the networks that requests can be composed for
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In the order in which they are always shown */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Those that the newest requests use most */
                            hashtags: string[];
                            /** @description Those of the newest request; what a new one begins with */
                            lately: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                            networks: components["schemas"]["OfferedNetwork"][];
                            /** @description The largest and longest that may be uploaded */
                            video: {
                                bytes: number;
                                seconds: number;
                            };
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/networks/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a network whether this installation’s app there is right
         * @description For members whose role allows `manage` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                        /**
                         * @description which of its servers, where a network has many
                         * @default
                         */
                        server?: string;
                    };
                };
            };
            responses: {
                /** @description What it said */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: {
                                /** @enum {string} */
                                level: "good" | "note" | "warning" | "problem";
                                sentence: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/networks/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How each network is set up, and how many connections there are
         * @description For members whose role allows `manage` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Every network */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            networks: {
                                /** @description whether one of its many servers is named to be asked */
                                asksServer: boolean;
                                callbackUrl: string | null;
                                canBeAsked: boolean;
                                connections: {
                                    active: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    ending: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    lost: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                };
                                findings: {
                                    /** @enum {string} */
                                    level: "good" | "note" | "warning" | "problem";
                                    sentence: string;
                                }[];
                                /**
                                 * @description how people get there: by their account, by its own page, not at all
                                 * @enum {string}
                                 */
                                mode: "account" | "composer" | "none";
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                title: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a note about somebody whom I answer for
         * @description For members whose role allows `people.list` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notice-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How I am told of what
         * @description For members whose role allows `notices.own` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description My grid of events and methods */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoticePreferences"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Choose how I am told of what
         * @description For members whose role allows `notices.own` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        chosen: {
                            approval_needed: ("slack" | "email" | "text" | "call")[];
                            hours_decided: ("slack" | "email" | "text" | "call")[];
                            message: ("slack" | "email" | "text" | "call")[];
                            reminder: ("slack" | "email" | "text" | "call")[];
                            request_decided: ("slack" | "email" | "text" | "call")[];
                            schedule_changed: ("slack" | "email" | "text" | "call")[];
                            schedule_published: ("slack" | "email" | "text" | "call")[];
                            shift_offered: ("slack" | "email" | "text" | "call")[];
                            shift_open: ("slack" | "email" | "text" | "call")[];
                            time_off_decided: ("slack" | "email" | "text" | "call")[];
                            trade_decided: ("slack" | "email" | "text" | "call")[];
                        };
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoticePreferences"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I was told in the last sixty days
         * @description For members whose role allows `notices.own` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Up to 30, the newest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            notices: components["schemas"]["Notice"][];
                            total: number;
                            unread: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a notice of mine as opened
         * @description For members whose role allows `notices.own` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Marked */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark all notices of mine as opened
         * @description For members whose role allows `notices.own` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Marked */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many notices I have not opened
         * @description For members whose role allows `notices.own` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The number beside the bell */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This description
         * @description Open to everybody: describes the API; says nothing of any organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OpenAPI 3.1 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The settings of my organisation
         * @description For members whose role allows `organisation.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The settings */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change settings of my organisation
         * @description For members whose role allows `organisation.manage` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        currency?: string;
                        name?: string;
                        setupDone?: boolean;
                        smallGroup?: number;
                        timeZone?: string;
                    };
                };
            };
            responses: {
                /** @description The settings as they are now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/organisation/scim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether an identity provider has a token here
         * @description For members whose role allows `members.manage` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The address to paste there, and the token without its secret */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScimState"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a token for the identity provider, in place of the one before
         * @description For members whose role allows `members.manage` in their organisation. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The token, shown this once */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScimTokenMade"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Revoke the token of the identity provider
         * @description For members whose role allows `members.manage` in their organisation. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revoked: it opens nothing from now on */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of my organisation, as far as I may know of them
         * @description For members whose role allows `people.list` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name, 50 a page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: components["schemas"]["Colleague"][];
                            total: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I may know of somebody; reading how to reach them is recorded
         * @description For members whose role allows `people.list` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As far as I may see */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonPage"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/employment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is kept about somebody’s work
         * @description For members whose role allows `members.manage` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string|null} */
                        kind?: "full_time" | "part_time" | "temporary" | "contractor" | "apprentice" | "volunteer" | null;
                        legalName?: string | null;
                        /** Format: uuid */
                        managerId?: string | null;
                        seniority?: string | null;
                        /** Format: date */
                        startDate?: string | null;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonPage"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/people/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notes about somebody whom I answer for; reading them is recorded
         * @description For members whose role allows `people.list` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The newest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            notes: components["schemas"]["PersonNote"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Write a note about somebody whom I answer for
         * @description For members whose role allows `people.list` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default managers
                         * @enum {string}
                         */
                        seenBy?: "managers" | "person";
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Kept */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The picture of somebody whom I may know of
         * @description For members whose role allows `people.list` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A JPEG or PNG of at most 320 pixels */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description They have none */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/qualifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What somebody holds
         * @description For members whose role allows `qualifications.hold` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            held: components["schemas"]["HeldQualification"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Set all that somebody holds
         * @description For members whose role allows `qualifications.hold` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        held: {
                            /**
                             * Format: date
                             * @default null
                             */
                            expiresOn?: string | null;
                            /** Format: uuid */
                            qualificationId: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            held: components["schemas"]["HeldQualification"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who reports to whom, among those of whom I may know it, and myself
         * @description For members whose role allows `people.list` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Active people by name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                id: string;
                                managerId: string | null;
                                name: string;
                                pictureAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a picture for a request
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description The picture, encoded anew */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            height: number;
                            id: string;
                            mime: string;
                            url: string;
                            width: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find out which network a post is on, and what its card shows
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            responses: {
                /** @description The post */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KnownPost"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read what a link shows of itself
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            responses: {
                /** @description What the page says about itself */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureProblem: string | null;
                                pictureUrl: string | null;
                                siteName: string;
                                title: string;
                                url: string;
                            };
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process-pictures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of a process that I may read
         * @description For members whose role allows `processes.use` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A JPEG or PNG of at most 1,600 pixels */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs of the processes that I may read
         * @description For members whose role allows `processes.use` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Open ones first by when they are due, at most 200 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            runs: components["schemas"]["ListedRun"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A run with its steps and what was noted
         * @description For members whose role allows `processes.use` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProcessRun"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process-runs/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note a step as done; the same entry sent twice counts once
         * @description For members whose role allows `processes.use` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        choice?: number | null;
                        /** Format: date-time */
                        doneAt: string;
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: uuid
                         * @default null
                         */
                        pictureId?: string | null;
                        /** Format: uuid */
                        stepId: string;
                        /** @default null */
                        value?: number | null;
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProcessRun"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process-runs/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that was noted in a run as a file, with what was taken back
         * @description For members whose role allows `processes.use` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "json";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process-runs/{id}/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a photo to a run
         * @description For members whose role allows `processes.use` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Kept; what the camera noted is left out */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process-runs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a run that is not gone through to its end
         * @description For members whose role allows `processes.use` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        why: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProcessRun"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process-runs/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what was noted of a step; it stays as evidence
         * @description For members whose role allows `processes.use` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        stepId: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProcessRun"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The processes that are meant for me or that I answer for, or those in which something stands
         * @description For members whose role allows `processes.use` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    archived?: "true" | "false";
                    /** @description Beginnings of words that all stand in it */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By title, at most 500 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            mayWrite: boolean;
                            processes: components["schemas"]["ListedProcess"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Begin a process with its first draft
         * @description For members whose role allows `processes.write` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        body?: string;
                        steps?: components["schemas"]["ProcessStep"][];
                        title: string;
                    };
                };
            };
            responses: {
                /** @description Begun; whoever begins it answers for it */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A process, with its draft where I may write on it
         * @description For members whose role allows `processes.use` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Process"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say who answers for a process, when it is looked through again, and whom it is meant for
         * @description For members whose role allows `processes.use` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        audience: {
                            /** @enum {string} */
                            kind: "person" | "role" | "department" | "location";
                            /** Format: uuid */
                            ref: string;
                        }[];
                        confidential: boolean;
                        /** Format: uuid */
                        ownerId: string | null;
                        /** Format: date */
                        reviewBy: string | null;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Process"];
                    };
                };
                /** @description Done; there is nothing to show any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a process out of use
         * @description For members whose role allows `processes.use` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Process"];
                    };
                };
                /** @description Done; there is nothing to show any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write the draft of a process
         * @description For members whose role allows `processes.use` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        body: string;
                        revision: number;
                        steps: components["schemas"]["ProcessStep"][];
                        title: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Process"];
                    };
                };
                /** @description Done; there is nothing to show any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Throw the draft of a process away; with it the process, where nothing of it ever held
         * @description For members whose role allows `processes.use` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Process"];
                    };
                };
                /** @description Done; there is nothing to show any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a picture to a process
         * @description For members whose role allows `processes.use` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Read and written anew; what the camera noted is left out */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            height: number;
                            id: string;
                            width: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let what is in review hold from now on
         * @description For members whose role allows `processes.use` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Process"];
                    };
                };
                /** @description Done; there is nothing to show any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring an archived process back
         * @description For members whose role allows `processes.use` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Process"];
                    };
                };
                /** @description Done; there is nothing to show any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give what is in review back to its writer
         * @description For members whose role allows `processes.use` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Process"];
                    };
                };
                /** @description Done; there is nothing to show any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the draft into review
         * @description For members whose role allows `processes.use` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Process"];
                    };
                };
                /** @description Done; there is nothing to show any more */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to go through a process
         * @description For members whose role allows `processes.use` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Whose it is; null: anybody’s who reads the process
                         * @default null
                         */
                        doerId?: string | null;
                        /**
                         * Format: date-time
                         * @default null
                         */
                        dueAt?: string | null;
                        /**
                         * Format: uuid
                         * @default null
                         */
                        locationId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Begun with the version that holds now */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProcessRun"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One version of a process
         * @description For members whose role allows `processes.use` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    number: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it was written */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProcessVersion"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a process said over time
         * @description For members whose role allows `processes.use` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The latest first; what is written on only for whoever may */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            versions: {
                                note: string;
                                number: number;
                                publishedAt: string | null;
                                /** @description Null where nobody is known any more */
                                publishedBy: {
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                state: "draft" | "review" | "published" | "retired";
                                title: string;
                                writtenAt: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom and what processes can be meant for
         * @description For members whose role allows `processes.use` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            departments: {
                                id: string;
                                name: string;
                            }[];
                            locations: {
                                id: string;
                                name: string;
                            }[];
                            people: {
                                id: string;
                                name: string;
                            }[];
                            roles: {
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My own profile, and who sees which part of it
         * @description For members whose role allows `profile.keep` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnProfile"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my own profile, or who sees it
         * @description For members whose role allows `profile.keep` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address?: string | null;
                        emergency?: {
                            name: string;
                            phone: string;
                            relation: string;
                        } | null;
                        name?: string;
                        phones?: {
                            /**
                             * @default mobile
                             * @enum {string}
                             */
                            kind?: "mobile" | "home" | "work";
                            number: string;
                        }[];
                        pronouns?: string | null;
                        seenBy?: {
                            /** @enum {string} */
                            address?: "me" | "managers" | "everyone";
                            /** @enum {string} */
                            email?: "me" | "managers" | "everyone";
                            /** @enum {string} */
                            emergency?: "me" | "managers" | "everyone";
                            /** @enum {string} */
                            phones?: "me" | "managers" | "everyone";
                            /** @enum {string} */
                            pronouns?: "me" | "managers" | "everyone";
                        };
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnProfile"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/profile/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put up a picture of me
         * @description For members whose role allows `profile.keep` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Take my picture away
         * @description For members whose role allows `profile.keep` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/qualifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The qualifications that my organisation knows, and those that I hold
         * @description For members whose role allows `qualifications.read` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name, archived ones last */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            mine: components["schemas"]["HeldQualification"][];
                            qualifications: components["schemas"]["Qualification"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a qualification
         * @description For members whose role allows `qualifications.manage` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        description?: string;
                        expires: boolean;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Added */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Qualification"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/qualifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, describe, archive or bring back a qualification
         * @description For members whose role allows `qualifications.manage` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        archived?: boolean;
                        description?: string;
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Qualification"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/qualifications/{id}/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who holds a qualification, among those whom I manage or schedule
         * @description For members whose role allows `qualifications.hold` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Whose last day comes first, first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            holders: {
                                expiresOn: string | null;
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What sharing brought in a period: totals, over time, by request, campaign, tag and network
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: {
                    campaign?: string;
                    compare?: "previous" | "year" | "none";
                    from?: string;
                    network?: string;
                    request?: string;
                    tag?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShareReport"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A table of a report, as CSV
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query: {
                    campaign?: string;
                    compare?: "previous" | "year" | "none";
                    from?: string;
                    network?: string;
                    request?: string;
                    table: "totals" | "time" | "requests" | "campaigns" | "tags" | "networks" | "hours";
                    tag?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List share requests, newest first
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    q?: string;
                    state?: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of requests */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requests: {
                                /** @enum {string} */
                                asksFor: "shares" | "engagement";
                                /** @description The first of them */
                                channel: {
                                    id: string;
                                    name: string;
                                } | null;
                                /** @description Every channel that it goes to, its topics’ among them */
                                channels: {
                                    id: string;
                                    name: string;
                                }[];
                                clicks: number;
                                createdAt: string;
                                endsAt: string | null;
                                /** Format: uuid */
                                id: string;
                                problem: string | null;
                                sendAt: string | null;
                                sentAt: string | null;
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                /** @enum {string} */
                                state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                                title: string;
                                updatedAt: string;
                            }[];
                            total: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Begin a share request
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        campaignId?: string | null;
                        channelId?: string | null;
                        disclosed?: boolean;
                        /** @enum {string} */
                        editPolicy: "free" | "add" | "fixed";
                        /** Format: date-time */
                        endsAt?: string | null;
                        engagement?: {
                            asks: ("like" | "reshare" | "comment")[];
                            /**
                             * @default {
                             *       "author": "",
                             *       "text": ""
                             *     }
                             */
                            card?: {
                                author: string;
                                text: string;
                            };
                            /** @enum {string} */
                            network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                            post: string;
                            /** @default [] */
                            starters?: string[];
                        } | null;
                        link: "" | string;
                        moreChannelIds?: string[];
                        morePictures?: {
                            alt: string;
                            /** Format: uuid */
                            id: string;
                        }[];
                        networks: {
                            bluesky?: {
                                variants: string[];
                            };
                            facebook?: {
                                variants: string[];
                            };
                            linkedin?: {
                                variants: string[];
                            };
                            mastodon?: {
                                variants: string[];
                            };
                            threads?: {
                                variants: string[];
                            };
                            x?: {
                                variants: string[];
                            };
                        };
                        picture?: {
                            alt: string;
                            /** Format: uuid */
                            id: string;
                        } | null;
                        postsPictures?: boolean;
                        preview?: {
                            description: string;
                            /** Format: uuid */
                            pictureId?: string | null;
                            title: string;
                        } | null;
                        slackText: string;
                        tags?: string[];
                        title: string;
                        topicIds?: string[];
                        /** @default {} */
                        utm?: {
                            campaign?: string;
                            content?: string;
                            medium?: string;
                            source?: string;
                            term?: string;
                        };
                        video?: {
                            alt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            stillId?: string | null;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description The request */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A share request with its figures
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a draft
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a share request; one that was sent changes in Slack too
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        campaignId?: string | null;
                        channelId?: string | null;
                        disclosed?: boolean;
                        /** @enum {string} */
                        editPolicy?: "free" | "add" | "fixed";
                        /** Format: date-time */
                        endsAt?: string | null;
                        engagement?: {
                            asks: ("like" | "reshare" | "comment")[];
                            /**
                             * @default {
                             *       "author": "",
                             *       "text": ""
                             *     }
                             */
                            card?: {
                                author: string;
                                text: string;
                            };
                            /** @enum {string} */
                            network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                            post: string;
                            /** @default [] */
                            starters?: string[];
                        } | null;
                        link?: "" | string;
                        moreChannelIds?: string[];
                        morePictures?: {
                            alt: string;
                            /** Format: uuid */
                            id: string;
                        }[];
                        networks?: {
                            bluesky?: {
                                variants: string[];
                            };
                            facebook?: {
                                variants: string[];
                            };
                            linkedin?: {
                                variants: string[];
                            };
                            mastodon?: {
                                variants: string[];
                            };
                            threads?: {
                                variants: string[];
                            };
                            x?: {
                                variants: string[];
                            };
                        };
                        picture?: {
                            alt: string;
                            /** Format: uuid */
                            id: string;
                        } | null;
                        postsPictures?: boolean;
                        preview?: {
                            description: string;
                            /** Format: uuid */
                            pictureId?: string | null;
                            title: string;
                        } | null;
                        slackText?: string;
                        tags?: string[];
                        title?: string;
                        topicIds?: string[];
                        utm?: {
                            campaign?: string;
                            content?: string;
                            medium?: string;
                            source?: string;
                            term?: string;
                        };
                        video?: {
                            alt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            stillId?: string | null;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/requests/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a draft with what another request says
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The request */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a request before its time
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * File a request under a campaign and tags, whatever its state
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        campaignId: string | null;
                        tags: string[];
                    };
                };
            };
            responses: {
                /** @description As it is filed now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId: string | null;
                            tags: string[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a scheduled request for another time
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        /** @description As it was seen; anything newer is not moved */
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a request back from Slack
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a request again that was recalled a moment ago, before it went out
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a request stands on its way to approval
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The steps so far, oldest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            approvals: "off" | "required";
                            /** @description Whether what it says now is approved */
                            approved: boolean;
                            /** @description Names of everybody who wrote, changed or submitted it */
                            composers: string[];
                            mayDecide: boolean;
                            /** @description The message as it will stand in the channel */
                            slack: {
                                [key: string]: unknown;
                            }[];
                            steps: {
                                at: string;
                                by: string;
                                id: string;
                                sendAt: string | null;
                                /** @enum {string} */
                                what: "submitted" | "approved" | "changes_asked" | "withdrawn" | "edited" | "switched_on" | "switched_off";
                                words: string | null;
                            }[];
                            /** @description Every text for a network */
                            texts: {
                                text: string;
                                title: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Send a request for review, to go out at a time or when it is sent
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at?: string | null;
                    };
                };
            };
            responses: {
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/review/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a request that somebody else composed
         * @description For members whose role allows `approve` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The revision that was looked at */
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/review/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for changes of a request that somebody else composed
         * @description For members whose role allows `approve` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The revision that was looked at */
                        revision: number;
                        words: string;
                    };
                };
            };
            responses: {
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/review/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a request that is in review, or approved, a draft again
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a request to Slack, now or at a time
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at?: string | null;
                    };
                };
            };
            responses: {
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            campaignId?: string | null;
                            /** @description The first of them */
                            channel: {
                                id: string;
                                name: string;
                            } | null;
                            channelId?: string | null;
                            /** @description Every channel that it goes to, its topics’ among them */
                            channels: {
                                id: string;
                                name: string;
                            }[];
                            createdAt: string;
                            delivery: {
                                /** @description Its messages, one in each channel; none before it goes out */
                                channels: {
                                    id: string;
                                    name: string;
                                    problem: string | null;
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "sent" | "uncertain" | "failed" | "removed";
                                }[];
                                problem: string | null;
                                /** @enum {string} */
                                state: "none" | "queued" | "sending" | "sent" | "uncertain" | "failed";
                            };
                            disclosed?: boolean;
                            /** @enum {string} */
                            editPolicy: "free" | "add" | "fixed";
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt?: string | null;
                            engagement?: {
                                asks: ("like" | "reshare" | "comment")[];
                                /**
                                 * @default {
                                 *       "author": "",
                                 *       "text": ""
                                 *     }
                                 */
                                card: {
                                    author: string;
                                    text: string;
                                };
                                /** @enum {string} */
                                network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                                post: string;
                                /** @default [] */
                                starters: string[];
                            } | null;
                            figures: {
                                /** @description What is asked for about a post, each with its figure; null where posts are asked for */
                                asks: {
                                    comment?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    like?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                    reshare?: {
                                        value: number;
                                    } | {
                                        fewerThan: number;
                                    };
                                } | null;
                                awareness: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                byDay: {
                                    clicks: number;
                                    day: string;
                                }[];
                                clicks: {
                                    robots: number;
                                    total: number;
                                    unique: number;
                                };
                                currency: string;
                                links: {
                                    clicks: number;
                                    network: string;
                                    url: string;
                                    variant: number;
                                }[];
                                otherValues: {
                                    currency: string;
                                    value: number;
                                }[];
                                /** @description Posts made; of an engagement request all that was done */
                                shares: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                                value: {
                                    value: number;
                                } | {
                                    fewerThan: number;
                                };
                            } | null;
                            /** Format: uuid */
                            id: string;
                            link: "" | string;
                            moreChannelIds?: string[];
                            morePictures: {
                                alt: string;
                                id: string;
                                url: string;
                            }[];
                            networks: {
                                bluesky?: {
                                    variants: string[];
                                };
                                facebook?: {
                                    variants: string[];
                                };
                                linkedin?: {
                                    variants: string[];
                                };
                                mastodon?: {
                                    variants: string[];
                                };
                                threads?: {
                                    variants: string[];
                                };
                                x?: {
                                    variants: string[];
                                };
                            };
                            picture: {
                                alt: string;
                                id: string;
                                url: string;
                            } | null;
                            postsPictures?: boolean;
                            preview: {
                                description: string;
                                pictureId: string | null;
                                pictureUrl: string | null;
                                title: string;
                            } | null;
                            revision: number;
                            sendAt: string | null;
                            sentAt: string | null;
                            slackText: string;
                            /** @enum {string} */
                            state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                            tags?: string[];
                            title: string;
                            topicIds?: string[];
                            updatedAt: string;
                            /** @default {} */
                            utm: {
                                campaign?: string;
                                content?: string;
                                medium?: string;
                                source?: string;
                                term?: string;
                            };
                            video: {
                                alt: string;
                                bytes: number;
                                height: number;
                                id: string;
                                seconds: number;
                                stillId: string | null;
                                stillUrl: string | null;
                                url: string;
                                width: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/render": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See how a draft will look in Slack and on each network
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        campaignId?: string | null;
                        channelId?: string | null;
                        disclosed?: boolean;
                        /** @enum {string} */
                        editPolicy: "free" | "add" | "fixed";
                        /** Format: date-time */
                        endsAt?: string | null;
                        engagement?: {
                            asks: ("like" | "reshare" | "comment")[];
                            /**
                             * @default {
                             *       "author": "",
                             *       "text": ""
                             *     }
                             */
                            card?: {
                                author: string;
                                text: string;
                            };
                            /** @enum {string} */
                            network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
                            post: string;
                            /** @default [] */
                            starters?: string[];
                        } | null;
                        link: "" | string;
                        moreChannelIds?: string[];
                        morePictures?: {
                            alt: string;
                            /** Format: uuid */
                            id: string;
                        }[];
                        networks: {
                            bluesky?: {
                                variants: string[];
                            };
                            facebook?: {
                                variants: string[];
                            };
                            linkedin?: {
                                variants: string[];
                            };
                            mastodon?: {
                                variants: string[];
                            };
                            threads?: {
                                variants: string[];
                            };
                            x?: {
                                variants: string[];
                            };
                        };
                        picture?: {
                            alt: string;
                            /** Format: uuid */
                            id: string;
                        } | null;
                        postsPictures?: boolean;
                        preview?: {
                            description: string;
                            /** Format: uuid */
                            pictureId?: string | null;
                            title: string;
                        } | null;
                        slackText: string;
                        tags?: string[];
                        title: string;
                        topicIds?: string[];
                        /** @default {} */
                        utm?: {
                            campaign?: string;
                            content?: string;
                            medium?: string;
                            source?: string;
                            term?: string;
                        };
                        video?: {
                            alt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            stillId?: string | null;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description How it will look */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            disclosure: string;
                            networks: {
                                bluesky?: {
                                    card: {
                                        description: string;
                                        pictureUrl: string | null;
                                        title: string;
                                        url: string;
                                    };
                                    limit: number;
                                    pictures: {
                                        alt: string;
                                        url: string;
                                    }[];
                                    problems: string[];
                                    remaining: number;
                                    text: string;
                                    video: {
                                        alt: string;
                                        stillUrl: string | null;
                                        url: string;
                                    } | null;
                                    videoNote: string | null;
                                    words: string;
                                }[];
                                facebook?: {
                                    card: {
                                        description: string;
                                        pictureUrl: string | null;
                                        title: string;
                                        url: string;
                                    };
                                    limit: number;
                                    pictures: {
                                        alt: string;
                                        url: string;
                                    }[];
                                    problems: string[];
                                    remaining: number;
                                    text: string;
                                    video: {
                                        alt: string;
                                        stillUrl: string | null;
                                        url: string;
                                    } | null;
                                    videoNote: string | null;
                                    words: string;
                                }[];
                                linkedin?: {
                                    card: {
                                        description: string;
                                        pictureUrl: string | null;
                                        title: string;
                                        url: string;
                                    };
                                    limit: number;
                                    pictures: {
                                        alt: string;
                                        url: string;
                                    }[];
                                    problems: string[];
                                    remaining: number;
                                    text: string;
                                    video: {
                                        alt: string;
                                        stillUrl: string | null;
                                        url: string;
                                    } | null;
                                    videoNote: string | null;
                                    words: string;
                                }[];
                                mastodon?: {
                                    card: {
                                        description: string;
                                        pictureUrl: string | null;
                                        title: string;
                                        url: string;
                                    };
                                    limit: number;
                                    pictures: {
                                        alt: string;
                                        url: string;
                                    }[];
                                    problems: string[];
                                    remaining: number;
                                    text: string;
                                    video: {
                                        alt: string;
                                        stillUrl: string | null;
                                        url: string;
                                    } | null;
                                    videoNote: string | null;
                                    words: string;
                                }[];
                                threads?: {
                                    card: {
                                        description: string;
                                        pictureUrl: string | null;
                                        title: string;
                                        url: string;
                                    };
                                    limit: number;
                                    pictures: {
                                        alt: string;
                                        url: string;
                                    }[];
                                    problems: string[];
                                    remaining: number;
                                    text: string;
                                    video: {
                                        alt: string;
                                        stillUrl: string | null;
                                        url: string;
                                    } | null;
                                    videoNote: string | null;
                                    words: string;
                                }[];
                                x?: {
                                    card: {
                                        description: string;
                                        pictureUrl: string | null;
                                        title: string;
                                        url: string;
                                    };
                                    limit: number;
                                    pictures: {
                                        alt: string;
                                        url: string;
                                    }[];
                                    problems: string[];
                                    remaining: number;
                                    text: string;
                                    video: {
                                        alt: string;
                                        stillUrl: string | null;
                                        url: string;
                                    } | null;
                                    videoNote: string | null;
                                    words: string;
                                }[];
                            };
                            sampleLink: string;
                            slack: {
                                blocks: {
                                    [key: string]: unknown;
                                }[];
                            };
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/run-pictures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A photo of a run whose process I may read
         * @description For members whose role allows `processes.use` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A JPEG or PNG of at most 1,600 pixels */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take somebody off a shift
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Pin somebody to a shift, or let the next update change it
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        pinned: boolean;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Assignment"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/schedule/assignments/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an assignment to somebody else, or move somebody to another shift
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        overruleWhy?: string;
                        /** Format: uuid */
                        personId?: string;
                        /** Format: uuid */
                        shiftId?: string;
                    };
                };
            };
            responses: {
                /** @description Who is on it now, and what speaks against it */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            assignment: components["schemas"]["Assignment"];
                            reasons: {
                                hard: boolean;
                                overrulable: boolean;
                                words: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/assignments/{id}/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may take a shift of mine, or a part of it, and what could be taken in return
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Those who may, the best ranked first; and why others may not */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            deadline: string | null;
                            partners: {
                                alone: boolean;
                                name: string;
                                personId: string;
                                returns: components["schemas"]["OfferShift"][];
                                words: string;
                            }[];
                            problem: string | null;
                            refused: {
                                name: string;
                                personId: string;
                                reasons: string[];
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/assignments/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why this person is on this shift, and who else could be
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In sentences */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            others: {
                                name: string;
                                personId: string;
                                price: number;
                                words: string;
                            }[];
                            sentences: string[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/availability/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the rows of a file of availability that do what its preview showed
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        file: string;
                        /** @default null */
                        from?: string | null;
                        /** @default null */
                        mapping?: {
                            date?: number | null;
                            days?: number | null;
                            email?: number | null;
                            end?: number | null;
                            kind?: number | null;
                            person?: number | null;
                            start?: number | null;
                            until?: number | null;
                        } | null;
                        marks: string[];
                    };
                };
            };
            responses: {
                /** @description What was done, and which rows were not taken */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AvailabilityImportResult"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/availability/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What importing a file of people’s availability would do, row by row
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        file: string;
                        /** @default null */
                        from?: string | null;
                        /** @default null */
                        mapping?: {
                            date?: number | null;
                            days?: number | null;
                            email?: number | null;
                            end?: number | null;
                            kind?: number | null;
                            person?: number | null;
                            start?: number | null;
                            until?: number | null;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description A verdict for each row; nothing was changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AvailabilityImportPreview"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Claims to open shifts that wait for my decision
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By shift, the best ranked first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claims: components["schemas"]["ShiftClaim"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take back a claim of mine that waits
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken back */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/claims/{id}/pick": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an open shift to who claimed it
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Theirs; the others are told when nothing is left */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/claims/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say no to a claim
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description Told */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether I am clocked in, and for what I would be
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What the clock shows now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Clock"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the break
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Made anew for each press of a button; sent again, it counts once */
                        key: string;
                    };
                };
            };
            responses: {
                /** @description What the clock shows now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Clock"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/break": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a break
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Made anew for each press of a button; sent again, it counts once */
                        key: string;
                    };
                };
            };
            responses: {
                /** @description What the clock shows now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Clock"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Corrections of hours: mine, and of those whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    person?: "me" | string;
                    state?: "asked" | "approved" | "declined" | "withdrawn";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The latest first, at most 200 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            corrections: components["schemas"]["ClockCorrection"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Correct hours at once, where I may decide about the person; else ask for it
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Null: something that was not clocked at all
                         * @default null
                         */
                        entryId?: string | null;
                        /** @default me */
                        personId?: "me" | string;
                        reason: string;
                        /**
                         * Format: uuid
                         * @default null
                         */
                        roleId?: string | null;
                        /** @description Null: the entry is to go */
                        work: {
                            /** @default [] */
                            breaks?: {
                                /** Format: date-time */
                                endsAt: string;
                                /** Format: date-time */
                                startsAt: string;
                            }[];
                            /** Format: date-time */
                            endsAt: string;
                            /** Format: date-time */
                            startsAt: string;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description Asked for, or done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            correction: components["schemas"]["ClockCorrection"];
                            /** @description First days of periods whose approved timesheet is open again */
                            reopened: string[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/corrections/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a correction: from then on the hours are what it says
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            correction: components["schemas"]["ClockCorrection"];
                            /** @description First days of periods whose approved timesheet is open again */
                            reopened: string[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/corrections/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a correction, with the reason
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            correction: components["schemas"]["ClockCorrection"];
                            /** @description First days of periods whose approved timesheet is open again */
                            reopened: string[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/corrections/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a correction that I asked for, or may decide on
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            correction: components["schemas"]["ClockCorrection"];
                            /** @description First days of periods whose approved timesheet is open again */
                            reopened: string[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/entries/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every version that hours had: of mine, or of somebody whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The first one first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            versions: {
                                /** @enum {string} */
                                act: "in" | "break" | "back" | "out" | "correction";
                                /** Format: date-time */
                                at: string;
                                breakMinutes: number;
                                breaks: {
                                    /** Format: date-time */
                                    endsAt: string | null;
                                    localEnd: string | null;
                                    localStart: string;
                                    /** Format: date-time */
                                    startsAt: string;
                                }[];
                                by: string;
                                /** Format: date-time */
                                endsAt: string | null;
                                localEnd: string | null;
                                localStart: string;
                                number: number;
                                /** @description Why it was corrected */
                                reason: string | null;
                                removed: boolean;
                                roleName: string | null;
                                /** Format: date-time */
                                startsAt: string;
                                workedMinutes: number;
                                zone: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clock in, for the published shift that is near or for work that nobody planned
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Made anew for each press of a button; sent again, it counts once */
                        key: string;
                        /**
                         * Format: uuid
                         * @default null
                         */
                        roleId?: string | null;
                    };
                };
            };
            responses: {
                /** @description What the clock shows now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Clock"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clock out; a break that runs ends with it
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Made anew for each press of a button; sent again, it counts once */
                        key: string;
                    };
                };
            };
            responses: {
                /** @description What the clock shows now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Clock"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the organisation uses the time clock
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description On or off */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            on: boolean;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Timesheets of those whom I schedule, in one period
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Any day of the period; today unless told */
                    from?: string;
                    location?: string;
                    role?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name, those who left last; whoever has neither shifts nor hours in it is left out */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Timesheets"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/sheets.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take timesheets along, as CSV: a line for each entry
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Any day of the period; today unless told */
                    from?: string;
                    location?: string;
                    role?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/sheets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A timesheet: mine, or of somebody whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                };
                header?: never;
                path: {
                    id: "me" | string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Of the period in which the day lies */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Timesheet"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/clock/sheets/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve what somebody worked in a period; a correction afterwards opens it again
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        firstDay: string;
                        /** @description The minutes that were seen: what changed meanwhile is not approved */
                        worked: number;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Timesheet"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The calendar addresses that I made
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Without their secrets */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            feeds: components["schemas"]["CalendarFeed"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a calendar address, in place of the one before
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @default null
                         */
                        roleId?: string | null;
                    };
                };
            };
            responses: {
                /** @description With its secret, this once */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarFeed"] & {
                            url: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/feeds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Make a calendar address lead nowhere
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/forecast/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The forecast of a role by half hour, with who is needed and who is planned
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Each of the days */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Forecast"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Type numbers into the forecast of a role, or take them out
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        changes: {
                            amount: number | null;
                            /** Format: date */
                            day: string;
                            half: number;
                        }[];
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description The days from the first that was changed to the last */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Forecast"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/forecast/{id}/headcount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The fewest people on the shifts of a role that cover its forecast, and what no shift covers
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The shifts that begin on these days, by beginning */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ForecastHeadcount"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Change how many people single shifts of a role need, all of them or none
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        shifts: {
                            headcount: number;
                            now: number;
                            /** Format: uuid */
                            shiftId: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description How many shifts were changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number;
                            findings: string[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/forecast/{id}/measure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set in what the demand of a role is counted, and how much of it one person handles
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        perPerson: number;
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            perPerson: number;
                            revision: number;
                            unit: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/forecast/{id}/project": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Project the forecast of a role from past weeks, to look at or to write
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        keepTyped: boolean;
                        /** @enum {string} */
                        source: "forecast" | "worked";
                        /** Format: date */
                        to: string;
                        weeks: number;
                        write: boolean;
                    };
                };
            };
            responses: {
                /** @description Each of the days as it is to be */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ForecastProjection"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/forecast/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the rows of a file of forecasts that do what its preview showed
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        file: string;
                        /** @default null */
                        mapping?: {
                            amount?: number | null;
                            day?: number | null;
                            location?: number | null;
                            role?: number | null;
                            time?: number | null;
                        } | null;
                        marks: string[];
                    };
                };
            };
            responses: {
                /** @description What was done, and which rows were not taken */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ForecastImportResult"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/forecast/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What importing a file of forecasts would do, row by row
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        file: string;
                        /** @default null */
                        mapping?: {
                            amount?: number | null;
                            day?: number | null;
                            location?: number | null;
                            role?: number | null;
                            time?: number | null;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description A verdict for each row; nothing was changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ForecastImportPreview"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The holidays
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By day */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            holidays: components["schemas"]["Holiday"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a holiday, everywhere or at one location
         * @description For members whose role allows `schedule.settings` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        day: string;
                        /**
                         * Format: uuid
                         * @default null
                         */
                        locationId?: string | null;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Added */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Holiday"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/holidays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a holiday
         * @description For members whose role allows `schedule.settings` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The messages that I sent
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The latest first, at most 100 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            messages: components["schemas"]["ScheduleMessage"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Write to one person, to all who know a role, or to all on shift at a location on a day
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        to: {
                            /**
                             * Format: date
                             * @default null
                             */
                            day?: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "person" | "role" | "shift";
                        };
                    };
                };
            };
            responses: {
                /** @description Sent */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScheduleMessage"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A message that I sent, with who has opened it
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScheduleMessageDetail"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/messages/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who would get a message, before it is written
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    day?: string | null;
                    id: string;
                    kind: "person" | "role" | "shift";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Just now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageAudience"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My shifts as I was told them, and who works with me
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By beginning */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyShifts"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/mine/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * I have seen these of my shifts
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Noted */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shifts that are offered to me, that I offer, and trades that wait for my approval
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The latest first, of shifts of the last fortnight and to come */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            forMe: components["schemas"]["Offer"][];
                            mine: components["schemas"]["Offer"][];
                            toDecide: components["schemas"]["Offer"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Offer a shift of mine, or a part of it, to people or to everyone who may take it
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        assignmentId: string;
                        /** @default false */
                        everyone?: boolean;
                        expiresAt?: string;
                        from?: string;
                        /** @default null */
                        note?: string | null;
                        /** @default [] */
                        people?: {
                            /** Format: uuid */
                            personId: string;
                            /** @default [] */
                            returns?: string[];
                        }[];
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description The offer; they are told */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One offer, with what accepting it would come to for me
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The offer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferWithEffects"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/offers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a shift that is offered to me; the first who does has it
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @default null
                         */
                        returnAssignmentId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Mine, or waiting for approval */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/offers/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a trade of people whom I schedule
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done: both were told */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/offers/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say no to a shift that is offered to me
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/offers/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do not approve a trade; whoever offered the shift works it
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description Refused: both were told */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/offers/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back an offer of mine that nobody has accepted
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/open-shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Published shifts of the roles that I know for which somebody is lacking
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By beginning, with what speaks against my taking them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            claims: "first" | "picked";
                            shifts: components["schemas"]["OpenShift"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/open-shifts/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim an open shift: mine at once, or a scheduler picks
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Given, or asked for */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimId: string | null;
                            /** @enum {string} */
                            state: "given" | "asked";
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the schedule fills first
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The order; what has no place is filled after all that has */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            roles: {
                                /** Format: uuid */
                                id: string;
                                importance: number | null;
                            }[];
                            weekdays: {
                                importance: number;
                                weekday: number;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Set what the schedule fills first: roles that I schedule, and for managers days of the week
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        roles: {
                            /** Format: uuid */
                            id: string;
                            importance: number | null;
                        }[];
                        weekdays?: {
                            importance: number;
                            weekday: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description The order; what has no place is filled after all that has */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            roles: {
                                /** Format: uuid */
                                id: string;
                                importance: number | null;
                            }[];
                            weekdays: {
                                importance: number;
                                weekday: number;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/payroll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a payroll export can hold, and the mappings that are kept
         * @description For members whose role allows `schedule.rates` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fields: {
                                /** @enum {string} */
                                field: "person_name" | "person_id" | "role" | "location" | "department" | "day" | "first_day" | "last_day" | "hours" | "minutes" | "regular_hours" | "overtime_hours" | "overtime_minutes" | "premium_hours" | "premium_minutes" | "rate" | "amount" | "premium_amount" | "currency";
                                /** @enum {string} */
                                kind: "text" | "date" | "decimal" | "whole" | "money";
                                label: string;
                            }[];
                            mappings: components["schemas"]["PayrollMapping"][];
                            timeClock: boolean;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/payroll/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a mapping of columns under a name
         * @description For members whose role allows `schedule.rates` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        columns: ({
                            /** @enum {string} */
                            field: "person_name" | "person_id" | "role" | "location" | "department" | "day" | "first_day" | "last_day" | "hours" | "minutes" | "regular_hours" | "overtime_hours" | "overtime_minutes" | "premium_hours" | "premium_minutes" | "rate" | "amount" | "premium_amount" | "currency";
                            heading: string;
                        } | {
                            heading: string;
                            text: string;
                        })[];
                        /** @enum {string} */
                        dates: "iso" | "dots" | "slashes" | "us";
                        /** @enum {string} */
                        decimals: "point" | "comma";
                        name: string;
                        /** @enum {string} */
                        rows: "day" | "span";
                        /** @enum {string} */
                        separator: "comma" | "semicolon" | "tab";
                        /** @enum {string} */
                        source: "planned" | "worked";
                    };
                };
            };
            responses: {
                /** @description Kept */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PayrollMapping"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/payroll/mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a mapping of columns that is kept
         * @description For members whose role allows `schedule.rates` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        columns: ({
                            /** @enum {string} */
                            field: "person_name" | "person_id" | "role" | "location" | "department" | "day" | "first_day" | "last_day" | "hours" | "minutes" | "regular_hours" | "overtime_hours" | "overtime_minutes" | "premium_hours" | "premium_minutes" | "rate" | "amount" | "premium_amount" | "currency";
                            heading: string;
                        } | {
                            heading: string;
                            text: string;
                        })[];
                        /** @enum {string} */
                        dates: "iso" | "dots" | "slashes" | "us";
                        /** @enum {string} */
                        decimals: "point" | "comma";
                        name: string;
                        revision: number;
                        /** @enum {string} */
                        rows: "day" | "span";
                        /** @enum {string} */
                        separator: "comma" | "semicolon" | "tab";
                        /** @enum {string} */
                        source: "planned" | "worked";
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PayrollMapping"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Remove a mapping of columns
         * @description For members whose role allows `schedule.rates` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/payroll/mappings/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take the hours of a stretch of days along for the payroll, as CSV
         * @description For members whose role allows `schedule.rates` in their organisation. Asks for a fresh proof that it is the person (`step_up_needed`).
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    stretch?: "period" | "last_period" | "month" | "last_month" | "quarter";
                    to?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/payroll/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The first rows of a payroll export, as a mapping would write them
         * @description For members whose role allows `schedule.rates` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from?: string;
                        mapping: {
                            columns: ({
                                /** @enum {string} */
                                field: "person_name" | "person_id" | "role" | "location" | "department" | "day" | "first_day" | "last_day" | "hours" | "minutes" | "regular_hours" | "overtime_hours" | "overtime_minutes" | "premium_hours" | "premium_minutes" | "rate" | "amount" | "premium_amount" | "currency";
                                heading: string;
                            } | {
                                heading: string;
                                text: string;
                            })[];
                            /** @enum {string} */
                            dates: "iso" | "dots" | "slashes" | "us";
                            /** @enum {string} */
                            decimals: "point" | "comma";
                            /** @enum {string} */
                            rows: "day" | "span";
                            /** @enum {string} */
                            separator: "comma" | "semicolon" | "tab";
                            /** @enum {string} */
                            source: "planned" | "worked";
                        };
                        /**
                         * @default last_period
                         * @enum {string}
                         */
                        stretch?: "period" | "last_period" | "month" | "last_month" | "quarter";
                        /** Format: date */
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description Nothing was kept */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                            /** Format: date */
                            from: string;
                            headings: string[];
                            rows: string[][];
                            /** Format: date */
                            to: string;
                            unapproved: {
                                entries: number;
                                minutes: number;
                                people: number;
                            };
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/people/{id}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much time off is left: mine, or of somebody whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: "me" | string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By kind; what is asked for is not taken off yet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            balances: components["schemas"]["TimeOffBalance"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Correct how much time off somebody whom I schedule has
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: "me" | string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        kindId: string;
                        minutes: number;
                    };
                };
            };
            responses: {
                /** @description By kind; what is asked for is not taken off yet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            balances: components["schemas"]["TimeOffBalance"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/people/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When somebody can work: me, or somebody whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    id: "me" | string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Series with their rules in words, and what takes place */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            occurrences: components["schemas"]["Occurrence"][];
                            series: components["schemas"]["Series"][];
                            zone: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/people/{id}/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What somebody wishes: I, or somebody whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: "me" | string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Weekdays from 0 for Monday; null: any */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            extraShifts: boolean;
                            likings: {
                                liking: 1 | -1;
                                /** @enum {string|null} */
                                part: "early" | "late" | "night" | null;
                                /** Format: uuid */
                                roleId: string;
                                weekday: number | null;
                            }[];
                            wantedMinutes: number | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Say what somebody wishes: I, or somebody whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: "me" | string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        extraShifts: boolean;
                        likings: {
                            liking: 1 | -1;
                            /** @enum {string|null} */
                            part: "early" | "late" | "night" | null;
                            /** Format: uuid */
                            roleId: string;
                            weekday: number | null;
                        }[];
                        wantedMinutes: number | null;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            extraShifts: boolean;
                            likings: {
                                liking: 1 | -1;
                                /** @enum {string|null} */
                                part: "early" | "late" | "night" | null;
                                /** Format: uuid */
                                roleId: string;
                                weekday: number | null;
                            }[];
                            wantedMinutes: number | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/people/{id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which rules are different for somebody: me, or somebody whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: "me" | string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Rules that take the place of all of their kind, kinds that don’t apply, and what will not work out */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: string[];
                            instead: components["schemas"]["ScheduleRule"][];
                            without: ("knows_role" | "qualified" | "available" | "time_off" | "never_ranked" | "rest" | "day_hours" | "week_hours" | "period_hours" | "overtime" | "days_in_row" | "days_off" | "weekends" | "headcount" | "holiday" | "notice")[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Set which rules are different for somebody whom I schedule
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: "me" | string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        instead: components["schemas"]["ScheduleRule"][];
                        without: ("knows_role" | "qualified" | "available" | "time_off" | "never_ranked" | "rest" | "day_hours" | "week_hours" | "period_hours" | "overtime" | "days_in_row" | "days_off" | "weekends" | "headcount" | "holiday" | "notice")[];
                    };
                };
            };
            responses: {
                /** @description Rules that take the place of all of their kind, kinds that don’t apply, and what will not work out */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: string[];
                            instead: components["schemas"]["ScheduleRule"][];
                            without: ("knows_role" | "qualified" | "available" | "time_off" | "never_ranked" | "rest" | "day_hours" | "week_hours" | "period_hours" | "overtime" | "days_in_row" | "days_off" | "weekends" | "headcount" | "holiday" | "notice")[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/people/{id}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say when somebody can work: I, or somebody whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: "me" | string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        colour?: string | null;
                        minutes: number;
                        payload: components["schemas"]["AvailabilityPayload"];
                        rule?: components["schemas"]["Recurrence"];
                        start: string;
                    };
                };
            };
            responses: {
                /** @description Added, with what overlaps and a token that takes it back */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: string[];
                            series: components["schemas"]["Series"];
                            undo: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The periods of a stretch of days, opened or not
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By their first day */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            periods: components["schemas"]["Period"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Open a period: its shifts are written down, and people can be put on them
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        firstDay: string;
                    };
                };
            };
            responses: {
                /** @description The period, also when it was open already */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Period"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/periods/{id}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every time that people were told of a period, the latest first
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Those of my reach */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            publications: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                id: string;
                                /** @enum {string} */
                                kind: "publish" | "trade" | "claim" | "left";
                                locationId: string | null;
                                number: number;
                                seen: number;
                                told: number;
                                why: string | null;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/periods/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a period, or one location of it: people are told of their own shifts
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        despite?: boolean;
                        /** Format: uuid */
                        location?: string;
                        revision?: number;
                        why?: string;
                    };
                };
            };
            responses: {
                /** @description How many were told */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            publicationId: string;
                            told: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/periods/{id}/publishing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What publishing would tell whom, and what speaks against it
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    location?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Before it is published */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            faults: {
                                hard: boolean;
                                name: string;
                                personId: string;
                                shiftId: string | null;
                                words: string;
                            }[];
                            open: number;
                            premiumMinutes: number;
                            revision: number;
                            tells: {
                                added: number;
                                moved: number;
                                name: string;
                                personId: string;
                                removed: number;
                            }[];
                            unchanged: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/periods/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the last change of the plan in my reach
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What was taken back */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            words: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/periods/{id}/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last updates of a period, the latest first
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Those of my reach */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            updates: components["schemas"]["PlanUpdate"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Update the schedule: fill open shifts and improve what is not pinned, as a draft
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        changePublished?: boolean;
                        locations?: string[];
                        /** @default 30 */
                        seconds?: number;
                        seed?: number;
                    };
                };
            };
            responses: {
                /** @description It is at work */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shifts and who is on them, within my reach
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    from: string;
                    locations?: string;
                    roles?: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The plan */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plan"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/publications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was told what by a publication, and who has seen it
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By person, within my reach */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Publication"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I want to be reminded of
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The next first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            beforeShifts: number | null;
                            reminders: components["schemas"]["OwnReminder"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Remind me of something at a time, where I work
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        at: string;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Kept until then */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnReminder"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/reminders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a reminder of mine away
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/reminders/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * How long before each of my shifts I want to be reminded
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        minutes: number | null;
                    };
                };
            };
            responses: {
                /** @description As it is now; null: not at all */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            minutes: number | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hours, cost, fairness, fill and changes of a stretch of days, within my reach
         * @description For members whose role allows `schedule.reports` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    departments?: string;
                    from?: string;
                    locations?: string;
                    roles?: string;
                    stretch?: "period" | "last_period" | "month" | "last_month" | "quarter";
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScheduleReport"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/reports/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A table of a report, as CSV
         * @description For members whose role allows `schedule.reports` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    departments?: string;
                    from?: string;
                    locations?: string;
                    roles?: string;
                    stretch?: "period" | "last_period" | "month" | "last_month" | "quarter";
                    table: "people" | "roles" | "locations" | "fairness" | "filled" | "weekdays" | "coverage" | "changes";
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The roles that I schedule or know
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name, archived ones last */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            roles: components["schemas"]["WorkRole"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a role at a location
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default teal */
                        colour?: string;
                        /** @default [] */
                        conditions?: {
                            /** @enum {string} */
                            condition: "must_have" | "must_not_have" | "must_be" | "must_not_be";
                            /** Format: uuid */
                            qualificationId: string;
                        }[];
                        /**
                         * Format: uuid
                         * @default null
                         */
                        departmentId?: string | null;
                        /** @default null */
                        importance?: number | null;
                        /** Format: uuid */
                        locationId: string;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Added */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkRole"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Archive a role: it has no further shifts, what was stays
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Archived */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a role, archive it or bring it back
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        archived?: boolean;
                        colour?: string;
                        conditions?: {
                            /** @enum {string} */
                            condition: "must_have" | "must_not_have" | "must_be" | "must_not_be";
                            /** Format: uuid */
                            qualificationId: string;
                        }[];
                        /** Format: uuid */
                        departmentId?: string | null;
                        importance?: number | null;
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkRole"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/schedule/roles/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shifts of a role
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Series with their rules in words, and what takes place */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            occurrences: components["schemas"]["Occurrence"][];
                            series: components["schemas"]["Series"][];
                            zone: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/roles/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set who knows a role
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        people: string[];
                    };
                };
            };
            responses: {
                /** @description Who knows it now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: string[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/roles/{id}/ranks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The management ranks of people in a role
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ranks, those for every day first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ranks: components["schemas"]["Rank"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Set the management ranks of people in a role
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ranks: components["schemas"]["Rank"][];
                    };
                };
            };
            responses: {
                /** @description Ranks, those for every day first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ranks: components["schemas"]["Rank"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/roles/{id}/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an hour costs in a role
         * @description For members whose role allows `schedule.rates` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In minor units of the currency; people only where theirs differs */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            currency: string;
                            minor: number | null;
                            people: {
                                minor: number | null;
                                /** Format: uuid */
                                personId: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Set what an hour costs in a role, and for people in it
         * @description For members whose role allows `schedule.rates` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        minor: number | null;
                        people: {
                            minor: number | null;
                            /** Format: uuid */
                            personId: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description In minor units of the currency; people only where theirs differs */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            currency: string;
                            minor: number | null;
                            people: {
                                minor: number | null;
                                /** Format: uuid */
                                personId: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/roles/{id}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add shifts to a role
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        colour?: string | null;
                        minutes: number;
                        payload: components["schemas"]["ShiftPayload"];
                        rule?: components["schemas"]["Recurrence"];
                        start: string;
                    };
                };
            };
            responses: {
                /** @description Added, with what overlaps and a token that takes it back */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: string[];
                            series: components["schemas"]["Series"];
                            undo: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/roles/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the rows of a file of roles that do what its preview showed
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        createPlaces?: boolean;
                        file: string;
                        /** @default null */
                        from?: string | null;
                        /** @default null */
                        mapping?: {
                            colour?: number | null;
                            days?: number | null;
                            department?: number | null;
                            end?: number | null;
                            headcount?: number | null;
                            location?: number | null;
                            people?: number | null;
                            rate?: number | null;
                            role?: number | null;
                            start?: number | null;
                        } | null;
                        marks: string[];
                    };
                };
            };
            responses: {
                /** @description What was done, and which rows were not taken */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoleImportResult"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/roles/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What importing a file of roles would do, row by row
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        createPlaces?: boolean;
                        file: string;
                        /** @default null */
                        from?: string | null;
                        /** @default null */
                        mapping?: {
                            colour?: number | null;
                            days?: number | null;
                            department?: number | null;
                            end?: number | null;
                            headcount?: number | null;
                            location?: number | null;
                            people?: number | null;
                            rate?: number | null;
                            role?: number | null;
                            start?: number | null;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description A verdict for each row; nothing was changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoleImportPreview"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take out one occurrence, it and the following, or all; without an occurrence the whole series
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        delete: {
            parameters: {
                query?: {
                    on?: string;
                    revision?: number | null;
                    scope?: "one" | "following" | "all";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What took the place of the series, what overlaps, and a token that takes it back */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: string[];
                            series: components["schemas"]["Series"][];
                            undo: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change one occurrence, it and the following, or all
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        change: {
                            colour?: string | null;
                            ends?: {
                                /** @enum {string} */
                                kind: "never";
                            } | {
                                count: number;
                                /** @enum {string} */
                                kind: "after";
                            } | {
                                date: string;
                                /** @enum {string} */
                                kind: "on";
                            };
                            minutes?: number;
                            moveBy?: number;
                            payload?: components["schemas"]["ShiftPayload"] | components["schemas"]["AvailabilityPayload"];
                            repeat?: {
                                /** @enum {string} */
                                every: "day";
                                interval: number;
                            } | {
                                days: ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
                                /** @enum {string} */
                                every: "week";
                                interval: number;
                                /** @enum {string} */
                                weekStart: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
                            } | {
                                /** @enum {string} */
                                every: "month";
                                interval: number;
                                on: {
                                    day: number;
                                } | {
                                    nth: number;
                                    /** @enum {string} */
                                    weekday: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
                                };
                            } | null;
                        };
                        on: string;
                        revision: number;
                        /** @enum {string} */
                        scope: "one" | "following" | "all";
                    };
                };
            };
            responses: {
                /** @description What took the place of the series, what overlaps, and a token that takes it back */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: string[];
                            series: components["schemas"]["Series"][];
                            undo: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/schedule/series/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back my last change of a calendar, within an hour
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        token: string;
                    };
                };
            };
            responses: {
                /** @description The series as they were */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: string[];
                            series: components["schemas"]["Series"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the organisation makes its schedules
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The settings, packs of rules that can be switched on, and what will not work out */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScheduleSettings"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Change how the organisation makes its schedules
         * @description For members whose role allows `schedule.settings` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        claims: "first" | "picked";
                        packs: string[];
                        periodFrom: string;
                        periodWeeks: number;
                        revision: number;
                        rules: components["schemas"]["ScheduleRule"][];
                        /** @enum {string} */
                        schedulingOrder: "simple" | "detailed";
                        timeClock: boolean;
                        tradeDeadlineMinutes: number;
                        /** @enum {string} */
                        trades: "off" | "rules" | "approval";
                        /** @enum {string} */
                        unstated: "available" | "unavailable" | "as_stated";
                        weekend: ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
                        /** @enum {string} */
                        weekStart: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
                        weights: {
                            cost: number;
                            fairness: number;
                            overtime: number;
                            preference: number;
                            rank: number;
                            stability: number;
                        };
                    };
                };
            };
            responses: {
                /** @description The settings, packs of rules that can be switched on, and what will not work out */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScheduleSettings"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/shifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one shift only: its times, how many it needs, how important it is
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        endsAt?: string;
                        importance?: number | null;
                        needs?: number;
                        startsAt?: string;
                    };
                };
            };
            responses: {
                /** @description The shift as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlannedShift"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/schedule/shifts/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put somebody on a shift; a rule may be overruled with a reason
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        overruleWhy?: string;
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            responses: {
                /** @description Who is on it now, and what speaks against it */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            assignment: components["schemas"]["Assignment"];
                            reasons: {
                                hard: boolean;
                                overrulable: boolean;
                                words: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/shifts/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who could take a shift, the best first, and why others could not
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Everybody in my reach */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            candidates: {
                                allowed: boolean;
                                name: string;
                                personId: string;
                                price: number;
                                reasons: {
                                    hard: boolean;
                                    overrulable: boolean;
                                    words: string;
                                }[];
                            }[];
                            fixes: {
                                personId: string;
                                sentence: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is on shift on a day, by name
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query: {
                    day: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By beginning */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            shifts: {
                                /** Format: date-time */
                                endsAt: string;
                                localEnd: string;
                                localStart: string;
                                locationName: string;
                                people: {
                                    name: string;
                                }[];
                                roleName: string;
                                /** Format: date-time */
                                startsAt: string;
                                zone: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/time-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Time off: mine, and of those whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: {
                    person?: "me" | string;
                    state?: "asked" | "approved" | "declined" | "withdrawn";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The latest first, at most 500 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requests: components["schemas"]["TimeOff"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Ask for time off, for me or for somebody whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        from: string;
                        /** Format: uuid */
                        kindId: string;
                        /** @default null */
                        note?: string | null;
                        /** @default me */
                        personId?: "me" | string;
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Asked for */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            conflicts: components["schemas"]["TimeOffConflict"][];
                            findings: string[];
                            request: components["schemas"]["TimeOff"];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/time-off-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The kinds of time off
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name, archived ones last */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kinds: components["schemas"]["TimeOffKind"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a kind of time off
         * @description For members whose role allows `schedule.settings` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default none
                         * @enum {string}
                         */
                        accrual?: "none" | "year" | "month";
                        /** @default cyan */
                        colour?: string;
                        /** @default 480 */
                        dayMinutes?: number;
                        /** @default 0 */
                        minutesAYear?: number;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Added */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimeOffKind"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/time-off-kinds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a kind of time off, archive it or bring it back; what was granted stays
         * @description For members whose role allows `schedule.settings` in their organisation.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        accrual?: "none" | "year" | "month";
                        archived?: boolean;
                        colour?: string;
                        dayMinutes?: number;
                        minutesAYear?: number;
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimeOffKind"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/schedule/time-off/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve time off; says which shifts the person has meanwhile
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        minutes?: number;
                        /** @default null */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            conflicts: components["schemas"]["TimeOffConflict"][];
                            findings: string[];
                            request: components["schemas"]["TimeOff"];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/time-off/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline time off
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            conflicts: components["schemas"]["TimeOffConflict"][];
                            findings: string[];
                            request: components["schemas"]["TimeOff"];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/time-off/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw time off: my own before it begins, or of somebody whom I schedule
         * @description For members whose role allows `schedule.take_part` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            conflicts: components["schemas"]["TimeOffConflict"][];
                            findings: string[];
                            request: components["schemas"]["TimeOff"];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/updates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an update is, or what it would change
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The update */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanUpdate"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/updates/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop an update, at work or finished; the plan stays as it is
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The update as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanUpdate"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/updates/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an update and keep the best that it has found
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The update as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanUpdate"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/updates/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a finished update over into the plan
         * @description For members whose role allows `schedule.open` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The update as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanUpdate"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The permissions that Coact asks Slack for, each with its reason
         * @description Open to everybody: tells everybody what Coact may do in Slack.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Permissions with their reasons */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            scopes: {
                                never: string;
                                reason: string;
                                scope: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Found the organisation of a fresh installation
         * @description For whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        organisationName: string;
                        ownerEmail?: string;
                        ownerName: string;
                        timeZone: string;
                    };
                };
            };
            responses: {
                /** @description The organisation */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            timeZone: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests that go out, went out or end on some days of the organisation
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By their time */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entries: {
                                /** @description When it went out, or is to */
                                at: string | null;
                                /** @description The first of them */
                                channel: {
                                    id: string;
                                    name: string;
                                } | null;
                                channels: {
                                    id: string;
                                    name: string;
                                }[];
                                endsAt: string | null;
                                id: string;
                                movable: boolean;
                                revision: number;
                                /** @enum {string} */
                                state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                                title: string;
                            }[];
                            more: boolean;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share/good-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Good times for a request to go out, each with what speaks for it
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: {
                    /** @description One whose own time is not in its way */
                    request?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One for each of the next working days with room */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            times: {
                                at: string;
                                why: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share/rewriting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a language model may suggest other wordings
         * @description For members whose role allows `requests.read` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What is set up, and whether it is on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What the operator has set up */
                            offered: {
                                host: string;
                                model: string;
                            } | null;
                            /** @description Whether publishers here may use it */
                            on: boolean;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Set whether a language model may suggest other wordings
         * @description For members whose role allows `manage` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        on: boolean;
                    };
                };
            };
            responses: {
                /** @description As it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What the operator has set up */
                            offered: {
                                host: string;
                                model: string;
                            } | null;
                            /** @description Whether publishers here may use it */
                            on: boolean;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share/rewriting/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have another wording suggested; nothing is changed by it
         * @description For members whose role allows `publish` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default true */
                        disclosed?: boolean;
                        networks: ("linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky")[];
                        text: string;
                    };
                };
            };
            responses: {
                /** @description To be taken, or not */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What a network would refuse of it; then it can’t be taken as it is */
                            problems: string[];
                            text: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether requests need an approval before they go out
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How requests go out */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            approvals: "off" | "required";
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Set whether requests need an approval before they go out
         * @description For members whose role allows `manage` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        approvals: "off" | "required";
                    };
                };
            };
            responses: {
                /** @description How requests go out */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            approvals: "off" | "required";
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a sign-in link by mail
         * @description Open to everybody: the way in; answers every address alike.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        returnTo?: string;
                    };
                };
            };
            responses: {
                /** @description Always the same, whether the address is known or not */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            sent: true;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign in with the organisation’s own sign-in
         * @description Open to everybody: the way in; leads to the issuer.
         */
        get: {
            parameters: {
                query?: {
                    returnTo?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description To the issuer */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Back from the issuer
         * @description Open to everybody: the way in; bound to the browser that asked.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed in, asked for a second factor, or back with the problem */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by passkey
         * @description Open to everybody: the way in; the signature is the proof.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        response: {
                            /** @enum {string} */
                            authenticatorAttachment?: "cross-platform" | "platform";
                            /** @default {} */
                            clientExtensionResults?: {
                                [key: string]: unknown;
                            };
                            id: string;
                            rawId: string;
                            response: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                signature: string;
                                userHandle?: string;
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
                        returnTo?: string;
                    };
                };
            };
            responses: {
                /** @description Signed in */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            returnTo: string;
                        } | {
                            methods: ("code" | "passkey" | "recovery")[];
                            /** @enum {string} */
                            next: "second_factor";
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a passkey is asked to sign in
         * @description Open to everybody: the way in; a challenge for this browser.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Options for the browser (WebAuthn) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            options: {
                                challenge: string;
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by address and password
         * @description Open to everybody: the way in; answers known and unknown addresses alike.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                        returnTo?: string;
                    };
                };
            };
            responses: {
                /** @description Signed in, or asked for a second factor */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            returnTo: string;
                        } | {
                            methods: ("code" | "passkey" | "recovery")[];
                            /** @enum {string} */
                            next: "second_factor";
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a sign-in with a second factor
         * @description Open to everybody: the way in; goes on with what this browser has begun.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    } | {
                        recoveryCode: string;
                    } | {
                        passkey: {
                            /** @enum {string} */
                            authenticatorAttachment?: "cross-platform" | "platform";
                            /** @default {} */
                            clientExtensionResults?: {
                                [key: string]: unknown;
                            };
                            id: string;
                            rawId: string;
                            response: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                signature: string;
                                userHandle?: string;
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
                    };
                };
            };
            responses: {
                /** @description Signed in */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            returnTo: string;
                        } | {
                            methods: ("code" | "passkey" | "recovery")[];
                            /** @enum {string} */
                            next: "second_factor";
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/second-factor/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a passkey is asked as a second factor
         * @description Open to everybody: the way in; goes on with what this browser has begun.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Options for the browser (WebAuthn) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            options: {
                                challenge: string;
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/slack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign in with Slack
         * @description Open to everybody: the way in; leads to Slack.
         */
        get: {
            parameters: {
                query?: {
                    returnTo?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description To Slack */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/slack/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Back from Slack
         * @description Open to everybody: the way in; bound to the browser that asked.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed in, or back to the sign-in page with the problem */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redeem a one-time link
         * @description Open to everybody: the way in; the token is the proof.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Signed in, or asked for a second factor */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            returnTo: string;
                        } | {
                            methods: ("code" | "passkey" | "recovery")[];
                            /** @enum {string} */
                            next: "second_factor";
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description For whoever is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed out */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The connection to the Slack workspace
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The connection */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            configured: boolean;
                            installed: {
                                /** @enum {string} */
                                health: "ok" | "revoked";
                                installedAt: string;
                                missingScopes: string[];
                                scopes: string[];
                                teamId: string;
                                teamName: string;
                            } | null;
                            installUrl: string;
                            scopes: {
                                reason: string;
                                scope: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Disconnect Slack
         * @description For members whose role allows `manage` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Disconnected */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slack/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The channels that a request can go to
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Public channels by name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channels: {
                                id: string;
                                isMember: boolean;
                                members?: number;
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags that requests have, as suggestions while one is typed
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: {
                    begins?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description At most 50, the most used first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tags: {
                                requests: number;
                                tag: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List topics by name, with their channels and who may post to them
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            topics: components["schemas"]["Topic"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a topic
         * @description For members whose role allows `manage` in their organisation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channelIds: string[];
                        /** @enum {string} */
                        kind: "open" | "assigned";
                        name: string;
                        /** @default [] */
                        publisherIds?: string[];
                    };
                };
            };
            responses: {
                /** @description The topic */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Topic"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a topic; requests that have not gone out follow
         * @description For members whose role allows `manage` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channelIds: string[];
                        /** @enum {string} */
                        kind: "open" | "assigned";
                        name: string;
                        /** @default [] */
                        publisherIds?: string[];
                    };
                };
            };
            responses: {
                /** @description The topic */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Topic"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Delete a topic that no planned request goes to
         * @description For members whose role allows `manage` in their organisation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics/publishers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody who can be named for an assigned topic
         * @description For members whose role allows `manage` in their organisation.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that I take a guided tour, or put it off
         * @description For members whose role allows `profile.keep` in their organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "taken" | "put_off";
                        /** @enum {string} */
                        tour: "employees" | "schedulers" | "publishers" | "administrators";
                    };
                };
            };
            responses: {
                /** @description The tours that I am offered no more */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ToursAnswered"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/utm-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the templates of UTM parameters by name
         * @description For members whose role allows `requests.read` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            templates: components["schemas"]["UtmTemplate"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Keep a template of UTM parameters
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Whether new requests begin with it in the composer; one does at most */
                        isDefault?: boolean;
                        name: string;
                        utm: {
                            campaign?: string;
                            content?: string;
                            medium?: string;
                            source?: string;
                            term?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description The template */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UtmTemplate"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/utm-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a template of UTM parameters; requests that were begun with it stay as they are
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a template of UTM parameters; requests that were begun with it stay as they are
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Whether new requests begin with it in the composer; one does at most */
                        isDefault?: boolean;
                        name?: string;
                        utm?: {
                            campaign?: string;
                            content?: string;
                            medium?: string;
                            source?: string;
                            term?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description The template */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UtmTemplate"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to upload a video for a request
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Size of the file */
                        bytes: number;
                    };
                };
            };
            responses: {
                /** @description Where its parts go */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @description Size of each part but the last */
                            partBytes: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a video that no request has
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a video whose parts are all there
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The video; one that can’t be used is refused in words and removed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            height: number;
                            id: string;
                            seconds: number;
                            url: string;
                            width: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Upload a part of a video
         * @description For members whose role allows `publish` in their organisation. Also for API keys that may do this.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                        part: number | null;
                    };
                };
            };
            responses: {
                /** @description It is kept */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A delivery with the body that is sent
         * @description For members whose role allows `webhooks.manage` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The delivery */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDelivery"] & {
                            body: string;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-deliveries/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again, now
         * @description For members whose role allows `webhooks.manage` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description On its way */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where events are sent, and what events there are
         * @description For members whose role allows `webhooks.manage` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The end-points, the oldest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            types: {
                                name: string;
                                says: string;
                            }[];
                            webhooks: components["schemas"]["Webhook"][];
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Have events sent to an address
         * @description For members whose role allows `webhooks.manage` in their organisation. Asks for a fresh proof that it is the person (`step_up_needed`). Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        events: string[];
                        name: string;
                        url: string;
                    };
                };
            };
            responses: {
                /** @description The end-point, with its secret, shown this once */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookSecret"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Send nothing to an address any more
         * @description For members whose role allows `webhooks.manage` in their organisation. Also for API keys that may do this.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Gone, with its deliveries */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change what is sent where, pause it or go on
         * @description For members whose role allows `webhooks.manage` in their organisation. Also for API keys that may do this.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        events?: string[];
                        name?: string;
                        /** @enum {string} */
                        state?: "enabled" | "paused";
                        url?: string;
                    };
                };
            };
            responses: {
                /** @description The end-point */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/webhooks/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send everything again that has failed since a moment, at most a thousand deliveries
         * @description For members whose role allows `webhooks.manage` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        since: string;
                    };
                };
            };
            responses: {
                /** @description How many are on their way */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            deliveries: number;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent to an end-point in the last seven days
         * @description For members whose role allows `webhooks.manage` in their organisation. Also for API keys that may do this.
         */
        get: {
            parameters: {
                query?: {
                    before?: string;
                    state?: "waiting" | "delivered" | "failed";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page, the newest first; `next` is the `before` of the following one */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            deliveries: components["schemas"]["WebhookDelivery"][];
                            /** Format: uuid */
                            next: string | null;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an end-point a new secret; the one before is signed with for 24 hours more
         * @description For members whose role allows `webhooks.manage` in their organisation. Asks for a fresh proof that it is the person (`step_up_needed`). Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The end-point, with its secret, shown this once */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookSecret"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event (`ping`) to an end-point
         * @description For members whose role allows `webhooks.manage` in their organisation. Also for API keys that may do this.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description On its way: it is in the deliveries */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shifts as an iCalendar file
         * @description Open to everybody: the secret address is the right; it can be revoked.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description text/calendar, RFC 5545 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/digest/stop/{org}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the mails of a digest, from the mail itself
         * @description Open to everybody: the address stands in the mail of whoever wants no more of them, and does nothing else.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                    org: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process lives
         * @description Open to everybody: a probe; says nothing but that the process answers.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The process answers */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ok: boolean;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture, as Slack and the networks load it
         * @description Open to everybody: Slack's and the networks' servers fetch pictures without signing in; the id can't be guessed.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The picture */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A video, as browsers and the networks load it
         * @description Open to everybody: The networks' servers fetch videos without signing in; the id can't be guessed.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The video */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A stretch of it */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No such stretch */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether it can be sent requests
         * @description Open to everybody: a probe; says nothing but whether requests can be served.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ready */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ok: boolean;
                        };
                    };
                };
                /** @description Not ready */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ok: boolean;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Groups, which are not supported
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a group, which is not supported
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ResourceTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What SCIM provisions here
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ResourceTypes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What SCIM provisions here, one of them
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The attributes that SCIM keeps here
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Schemas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The attributes that SCIM keeps here, one of them
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ServiceProviderConfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What SCIM can do here
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users by a filter, or page by page
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a user
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A user
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Replace a user
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Remove a user, who is deactivated
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change parts of a user
         * @description Open to everybody: an identity provider’s; asks for the organisation’s token itself.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done (SCIM) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Added (SCIM) */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done (SCIM) */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description As it was read (SCIM) */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not understood (SCIM) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No token (SCIM) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not for a provider (SCIM) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not there (SCIM) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There already (SCIM) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed since (SCIM) */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many (SCIM) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not supported (SCIM) */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/slack/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What Slack sends: events, clicks, commands
         * @description Open to everybody: Slack signs each request.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken, with what Slack is to show */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Nothing that Slack sends */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not signed by Slack, or too old */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not kept: Slack sends it again */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not kept, and the person is told */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slack/install": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Add Coact to a Slack workspace
         * @description Open to everybody: asks for the sign-in itself, with a way back.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description To Slack's consent page, or to the sign-in */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A page: the way here was not followed to its end */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A page: Slack does not answer */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A page: the operator has given no Slack app */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slack/manifest.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The manifest to create the Slack app from
         * @description Open to everybody: the manifest holds nothing secret.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The app manifest, to create the Slack app from */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slack/oauth_redirect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Back from Slack’s consent
         * @description Open to everybody: carries a one-time state bound to browser and member, and asks for the member again.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Back to the web app */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A page: the way here was not followed to its end */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A page: Slack does not answer */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A page: the operator has given no Slack app */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "figures.released": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sent when the totals of a request have grown by a whole group, or are final */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            awareness: {
                                value: number;
                            } | {
                                fewerThan: number;
                            };
                            /** Format: uuid */
                            requestId: string;
                            shares: {
                                value: number;
                            } | {
                                fewerThan: number;
                            };
                        };
                        /** Format: date-time */
                        timestamp: string;
                        /** @enum {string} */
                        type: "figures.released";
                    };
                };
            };
            responses: {
                /** @description Any 2xx says that it has arrived; anything else is tried again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    ping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sent when somebody sends a test */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            webhookId: string;
                        };
                        /** Format: date-time */
                        timestamp: string;
                        /** @enum {string} */
                        type: "ping";
                    };
                };
            };
            responses: {
                /** @description Any 2xx says that it has arrived; anything else is tried again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "request.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sent when a request is drafted, also by duplicating another */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            request: {
                                channelId: string | null;
                                channelIds: string[];
                                /** Format: date-time */
                                endedAt: string | null;
                                /** Format: date-time */
                                endsAt: string | null;
                                /** Format: uuid */
                                id: string;
                                link: string;
                                /** Format: date-time */
                                sendAt: string | null;
                                /** Format: date-time */
                                sentAt: string | null;
                                /** @enum {string} */
                                state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                                title: string;
                            };
                        };
                        /** Format: date-time */
                        timestamp: string;
                        /** @enum {string} */
                        type: "request.created";
                    };
                };
            };
            responses: {
                /** @description Any 2xx says that it has arrived; anything else is tried again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "request.edited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sent when a request that is planned or out is changed; drafts save themselves silently */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            request: {
                                channelId: string | null;
                                channelIds: string[];
                                /** Format: date-time */
                                endedAt: string | null;
                                /** Format: date-time */
                                endsAt: string | null;
                                /** Format: uuid */
                                id: string;
                                link: string;
                                /** Format: date-time */
                                sendAt: string | null;
                                /** Format: date-time */
                                sentAt: string | null;
                                /** @enum {string} */
                                state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                                title: string;
                            };
                        };
                        /** Format: date-time */
                        timestamp: string;
                        /** @enum {string} */
                        type: "request.edited";
                    };
                };
            };
            responses: {
                /** @description Any 2xx says that it has arrived; anything else is tried again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "request.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sent when a request ends, at its time or before it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            request: {
                                channelId: string | null;
                                channelIds: string[];
                                /** Format: date-time */
                                endedAt: string | null;
                                /** Format: date-time */
                                endsAt: string | null;
                                /** Format: uuid */
                                id: string;
                                link: string;
                                /** Format: date-time */
                                sendAt: string | null;
                                /** Format: date-time */
                                sentAt: string | null;
                                /** @enum {string} */
                                state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                                title: string;
                            };
                        };
                        /** Format: date-time */
                        timestamp: string;
                        /** @enum {string} */
                        type: "request.ended";
                    };
                };
            };
            responses: {
                /** @description Any 2xx says that it has arrived; anything else is tried again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "request.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sent when the first message of a request stands in its channel */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            request: {
                                channelId: string | null;
                                channelIds: string[];
                                /** Format: date-time */
                                endedAt: string | null;
                                /** Format: date-time */
                                endsAt: string | null;
                                /** Format: uuid */
                                id: string;
                                link: string;
                                /** Format: date-time */
                                sendAt: string | null;
                                /** Format: date-time */
                                sentAt: string | null;
                                /** @enum {string} */
                                state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                                title: string;
                            };
                        };
                        /** Format: date-time */
                        timestamp: string;
                        /** @enum {string} */
                        type: "request.opened";
                    };
                };
            };
            responses: {
                /** @description Any 2xx says that it has arrived; anything else is tried again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "request.recalled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sent when a request is taken back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            request: {
                                channelId: string | null;
                                channelIds: string[];
                                /** Format: date-time */
                                endedAt: string | null;
                                /** Format: date-time */
                                endsAt: string | null;
                                /** Format: uuid */
                                id: string;
                                link: string;
                                /** Format: date-time */
                                sendAt: string | null;
                                /** Format: date-time */
                                sentAt: string | null;
                                /** @enum {string} */
                                state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                                title: string;
                            };
                        };
                        /** Format: date-time */
                        timestamp: string;
                        /** @enum {string} */
                        type: "request.recalled";
                    };
                };
            };
            responses: {
                /** @description Any 2xx says that it has arrived; anything else is tried again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "request.scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sent when a request is sent: it goes to its channels now, or at its time */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        data: {
                            request: {
                                channelId: string | null;
                                channelIds: string[];
                                /** Format: date-time */
                                endedAt: string | null;
                                /** Format: date-time */
                                endsAt: string | null;
                                /** Format: uuid */
                                id: string;
                                link: string;
                                /** Format: date-time */
                                sendAt: string | null;
                                /** Format: date-time */
                                sentAt: string | null;
                                /** @enum {string} */
                                state: "draft" | "in_review" | "approved" | "scheduled" | "open" | "ended" | "recalled";
                                title: string;
                            };
                        };
                        /** Format: date-time */
                        timestamp: string;
                        /** @enum {string} */
                        type: "request.scheduled";
                    };
                };
            };
            responses: {
                /** @description Any 2xx says that it has arrived; anything else is tried again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        ApiKey: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date */
            lastUsedOn: string | null;
            madeBy: string;
            name: string;
            /** Format: date-time */
            revokedAt: string | null;
            rights: ("read" | "publish" | "webhooks")[];
            /** @enum {string} */
            state: "active" | "expired" | "revoked";
        };
        ApiKeyMade: {
            key: string;
            made: components["schemas"]["ApiKey"];
        };
        Assignment: {
            /** Format: date-time */
            endsAt: string;
            faults: {
                hard: boolean;
                words: string;
            }[];
            id: string;
            /** @enum {string} */
            madeBy: "hand" | "solver" | "trade" | "claim";
            overruledWhy: string | null;
            personId: string;
            pinned: boolean;
            published: boolean;
            /** Format: date-time */
            startsAt: string;
        };
        AvailabilityImportPreview: {
            columns: {
                name: string;
                sample: string;
            }[];
            from: string;
            mapping: {
                date: number | null;
                days: number | null;
                email: number | null;
                end: number | null;
                kind: number | null;
                person: number | null;
                start: number | null;
                until: number | null;
            };
            refusedFile: string | null;
            rows: components["schemas"]["AvailabilityImportRow"][];
        };
        AvailabilityImportResult: {
            added: number;
            changed: number;
            people: number;
            refused: {
                email: string;
                line: number;
                person: string;
                why: string;
            }[];
            refusedFile: string | null;
            same: number;
        };
        AvailabilityImportRow: {
            changes: {
                after: string;
                before: string;
                /** @enum {string} */
                field: "kind" | "times";
            }[];
            email: string;
            line: number;
            mark: string;
            person: string;
            /** @enum {string} */
            verdict: "new" | "changed" | "same" | "error";
            why: string | null;
        };
        AvailabilityPayload: {
            /** @enum {string} */
            kind: "available" | "preferred" | "unavailable";
        };
        CalendarFeed: {
            id: string;
            madeAt: string;
            readAt: string | null;
            roleId: string | null;
            roleName: string | null;
        };
        Campaign: {
            archived: boolean;
            /** @enum {string} */
            colour: "green" | "blue" | "violet" | "rose" | "amber" | "teal" | "slate";
            /** Format: date */
            from: string | null;
            id: string;
            name: string;
            /** @description How many requests belong to it */
            requests: number;
            /** Format: date */
            until: string | null;
        };
        Clock: {
            /** @description What runs */
            entry: {
                breakMinutes: number;
                breaks: {
                    /** Format: date-time */
                    endsAt: string | null;
                    localEnd: string | null;
                    localStart: string;
                    /** Format: date-time */
                    startsAt: string;
                }[];
                /** Format: date */
                day: string;
                /** Format: date-time */
                endsAt: string | null;
                /** @description It still runs, long after the shift ended */
                forgotten: boolean;
                id: string;
                localEnd: string | null;
                localStart: string;
                locationId: string | null;
                locationName: string | null;
                personId: string;
                roleId: string | null;
                roleName: string | null;
                /** @description The published shift that it was for; null: nobody planned this work */
                shiftId: string | null;
                /** Format: date-time */
                startsAt: string;
                version: number;
                /** @description A correction of it was asked for */
                waiting: boolean;
                workedMinutes: number;
                zone: string;
            } | null;
            /** @description The next published shift after that, within a week */
            next: {
                breakMinutes: number;
                /** Format: date-time */
                endsAt: string;
                localEnd: string;
                localStart: string;
                locationId: string | null;
                locationName: string | null;
                roleId: string | null;
                roleName: string | null;
                shiftId: string;
                /** Format: date-time */
                startsAt: string;
                workMinutes: number;
                zone: string;
            } | null;
            onBreak: boolean;
            /** @description What I worked today and yesterday, the last first */
            recent: {
                breakMinutes: number;
                breaks: {
                    /** Format: date-time */
                    endsAt: string | null;
                    localEnd: string | null;
                    localStart: string;
                    /** Format: date-time */
                    startsAt: string;
                }[];
                /** Format: date */
                day: string;
                /** Format: date-time */
                endsAt: string | null;
                /** @description It still runs, long after the shift ended */
                forgotten: boolean;
                id: string;
                localEnd: string | null;
                localStart: string;
                locationId: string | null;
                locationName: string | null;
                personId: string;
                roleId: string | null;
                roleName: string | null;
                /** @description The published shift that it was for; null: nobody planned this work */
                shiftId: string | null;
                /** Format: date-time */
                startsAt: string;
                version: number;
                /** @description A correction of it was asked for */
                waiting: boolean;
                workedMinutes: number;
                zone: string;
            }[];
            /** @description Roles that I may name for work that nobody planned */
            roles: {
                id: string;
                locationId: string;
                locationName: string;
                name: string;
                zone: string;
            }[];
            /** @description The published shift that clocking in now is for, or the running entry is */
            shift: {
                breakMinutes: number;
                /** Format: date-time */
                endsAt: string;
                localEnd: string;
                localStart: string;
                locationId: string | null;
                locationName: string | null;
                roleId: string | null;
                roleName: string | null;
                shiftId: string;
                /** Format: date-time */
                startsAt: string;
                workMinutes: number;
                zone: string;
            } | null;
        };
        ClockCorrection: {
            answer: string | null;
            /** Format: date-time */
            askedAt: string;
            askedBy: string;
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: string | null;
            entryId: string | null;
            id: string;
            /** @enum {string} */
            kind: "add" | "change" | "remove";
            mayDecide: boolean;
            mayWithdraw: boolean;
            personId: string;
            personName: string;
            /** @description What the clock has, where somebody still has to decide */
            present: {
                breakMinutes: number;
                breaks: {
                    /** Format: date-time */
                    endsAt: string | null;
                    localEnd: string | null;
                    localStart: string;
                    /** Format: date-time */
                    startsAt: string;
                }[];
                /** Format: date-time */
                endsAt: string | null;
                localEnd: string | null;
                localStart: string;
                /** Format: date-time */
                startsAt: string;
                workedMinutes: number;
                zone: string;
            } | null;
            reason: string;
            roleName: string | null;
            /** @enum {string} */
            state: "asked" | "approved" | "declined" | "withdrawn";
            /** @description What it is to be; of what is to go, what it is */
            wanted: {
                breakMinutes: number;
                breaks: {
                    /** Format: date-time */
                    endsAt: string | null;
                    localEnd: string | null;
                    localStart: string;
                    /** Format: date-time */
                    startsAt: string;
                }[];
                /** Format: date-time */
                endsAt: string | null;
                localEnd: string | null;
                localStart: string;
                /** Format: date-time */
                startsAt: string;
                workedMinutes: number;
                zone: string;
            };
            zone: string;
        };
        Colleague: {
            details: {
                departments: string[];
                locations: string[];
                manager: {
                    id: string;
                    name: string;
                } | null;
                roles: ("owner" | "admin" | "publisher" | "approver" | "scheduler" | "payroll" | "auditor" | "employee")[];
                /** @enum {string} */
                state: "active" | "invited" | "deactivated";
            } | null;
            id: string;
            name: string;
            pictureAt: string | null;
        };
        Department: {
            archived: boolean;
            id: string;
            name: string;
        };
        EventValues: {
            /** @description In the order in which they were made: the last one that has a day decides about it */
            repricings: {
                /** Format: date */
                from: string;
                /** Format: date-time */
                madeAt: string;
                /** Format: date */
                until: string;
                worth: components["schemas"]["EventWorth"] & (Record<string, never> | null);
            }[];
            /** Format: date */
            today: string;
            values: (components["schemas"]["EventWorth"] & {
                /**
                 * Format: date
                 * @description Null where they hold from the beginning
                 */
                from: string | null;
            })[];
        };
        EventWorth: {
            awareness: number;
            click: number;
            comment: number;
            currency: string;
            like: number;
            reshare: number;
            share: number;
        };
        Forecast: {
            days: {
                amounts: (number | null)[];
                /** Format: date */
                day: string;
                needed: (number | null)[];
                rostered: number[];
                sources: ("typed" | "imported" | "projected" | null)[];
                staffed: number[];
            }[];
            locationName: string;
            perPerson: number;
            revision: number;
            roleId: string;
            roleName: string;
            unit: string;
            zone: string;
        };
        ForecastHeadcount: {
            gaps: {
                /** Format: date */
                day: string;
                from: string;
                short: number;
                to: string;
                words: string;
            }[];
            shifts: {
                localEnd: string;
                localStart: string;
                now: number;
                proposed: number;
                shiftId: string;
                words: string;
            }[];
        };
        ForecastImportPreview: {
            columns: {
                name: string;
                sample: string;
            }[];
            mapping: {
                amount: number | null;
                day: number | null;
                location: number | null;
                role: number | null;
                time: number | null;
            };
            refusedFile: string | null;
            rows: components["schemas"]["ForecastImportRow"][];
        };
        ForecastImportResult: {
            added: number;
            changed: number;
            refused: {
                day: string;
                line: number;
                location: string;
                role: string;
                time: string;
                why: string;
            }[];
            refusedFile: string | null;
            same: number;
        };
        ForecastImportRow: {
            amount: number | null;
            before: number | null;
            day: string;
            line: number;
            location: string;
            mark: string;
            role: string;
            time: string;
            /** @enum {string} */
            verdict: "new" | "changed" | "same" | "error";
            why: string | null;
        };
        ForecastProjection: {
            days: {
                amounts: (number | null)[];
                basis: number;
                /** Format: date */
                day: string;
            }[];
            words: string;
            written: number;
        };
        HeldQualification: {
            expiresOn: string | null;
            qualificationId: string;
        };
        Holiday: {
            day: string;
            id: string;
            locationId: string | null;
            name: string;
        };
        ImportPreview: {
            columns: {
                name: string;
                sample: string;
            }[];
            mapping: {
                departments: number | null;
                email: number | null;
                firstName: number | null;
                lastName: number | null;
                locations: number | null;
                name: number | null;
                roles: number | null;
            };
            missing: {
                departments: string[];
                locations: string[];
            };
            refusedFile: string | null;
            rows: components["schemas"]["ImportRow"][];
        };
        ImportResult: {
            added: number;
            changed: number;
            invited: number;
            placesMade: number;
            refused: {
                email: string;
                line: number;
                name: string;
                why: string;
            }[];
            refusedFile: string | null;
            same: number;
        };
        ImportRow: {
            changes: {
                after: string;
                before: string;
                /** @enum {string} */
                field: "name" | "email" | "roles" | "departments" | "locations" | "invitation";
            }[];
            email: string;
            line: number;
            mark: string;
            name: string;
            /** @enum {string} */
            verdict: "new" | "changed" | "same" | "error";
            why: string | null;
        };
        KnownPost: {
            /** @description As its page says; empty where it says nothing */
            card: {
                author: string;
                text: string;
            };
            /** @enum {string} */
            network: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
            /** @description Its address without what sharing put behind it */
            post: string;
        };
        Leaving: {
            id: string;
            leftAt: string | null;
            lists: {
                items: string[];
                title: string;
            }[];
            name: string;
            reports: {
                id: string;
                name: string;
            }[];
            /** @enum {string} */
            state: "active" | "invited" | "deactivated";
        };
        LinkDomain: {
            advice: string;
            checkedAt: string | null;
            /** @enum {string} */
            finding: "unchecked" | "proven" | "missing" | "other" | "unreachable" | "in_use";
            found: string[];
            host: string;
            /** Format: uuid */
            id: string;
            isDefault: boolean;
            links?: number;
            records: {
                name: string;
                /** @enum {string} */
                type: "TXT" | "CNAME";
                value: string;
            }[];
            /** @enum {string} */
            state: "pending" | "active" | "failed";
        };
        ListedProcess: {
            archived: boolean;
            confidential: boolean;
            /** @description Around what was searched for; else how it begins */
            excerpt: string;
            id: string;
            /** @description Whether it is meant for some only */
            limited: boolean;
            minutes: number;
            /**
             * @description What is written on, where you may
             * @enum {string|null}
             */
            open: "draft" | "review" | null;
            /** @description Null where nobody is known any more */
            owner: {
                id: string;
                name: string;
            } | null;
            /** @description The version that holds */
            published: number | null;
            reviewBy: string | null;
            steps: number;
            title: string;
        };
        ListedRun: {
            /** @description Null where nobody is known any more */
            doer: {
                id: string;
                name: string;
            } | null;
            done: number;
            dueAt: string | null;
            endedAt: string | null;
            id: string;
            late: boolean;
            location: string | null;
            /** @description Whether it is in your hands */
            mine: boolean;
            /** @description How many values were outside their limits */
            outside: number;
            processId: string;
            startedAt: string;
            /** @description Null where nobody is known any more */
            startedBy: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            state: "open" | "finished" | "stopped";
            steps: number;
            title: string;
            version: number;
        };
        Location: components["schemas"]["Department"] & {
            timeZone: string;
        };
        Member: {
            departments: string[];
            email: string | null;
            id: string;
            locations: string[];
            name: string;
            reach: {
                departments: string[];
                locations: string[];
            };
            roles: ("owner" | "admin" | "publisher" | "approver" | "scheduler" | "payroll" | "auditor" | "employee")[];
            slack: boolean;
            /** @enum {string} */
            state: "active" | "invited" | "deactivated";
        };
        MessageAudience: {
            /** @description People whom it would be for as well, but whom I do not schedule */
            beyond: number;
            /** @description The first of them */
            names: string[];
            people: number;
            words: string;
        };
        MyData: {
            looks: {
                act: string;
                at: string;
                by: string;
                fields: string;
            }[];
            madeAt: string;
            recorded: {
                act: string;
                at: string;
                by: string;
                fields: string;
            }[];
            sections: {
                content: {
                    [key: string]: unknown;
                };
                title: string;
            }[];
        };
        MyShifts: {
            hours: number;
            shifts: {
                assignmentId: string | null;
                breakMinutes: number;
                /** Format: date-time */
                endsAt: string;
                id: string;
                localEnd: string;
                localStart: string;
                locationName: string;
                roleName: string;
                seen: boolean;
                shiftId: string;
                /** Format: date-time */
                startsAt: string;
                with: {
                    name: string;
                }[];
                zone: string;
            }[];
        };
        Notice: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            event: "schedule_published" | "schedule_changed" | "shift_offered" | "shift_open" | "trade_decided" | "time_off_decided" | "hours_decided" | "approval_needed" | "request_decided" | "message" | "reminder";
            id: string;
            lines: string[];
            link: {
                label: string;
                path: string;
            } | null;
            /** @description False where neither Slack nor mail nor telephone has brought it */
            reached: boolean;
            read: boolean;
            subject: string;
        };
        NoticePreferences: {
            /** @description By event; empty where no method is open */
            chosen: {
                approval_needed: ("slack" | "email" | "text" | "call")[];
                hours_decided: ("slack" | "email" | "text" | "call")[];
                message: ("slack" | "email" | "text" | "call")[];
                reminder: ("slack" | "email" | "text" | "call")[];
                request_decided: ("slack" | "email" | "text" | "call")[];
                schedule_changed: ("slack" | "email" | "text" | "call")[];
                schedule_published: ("slack" | "email" | "text" | "call")[];
                shift_offered: ("slack" | "email" | "text" | "call")[];
                shift_open: ("slack" | "email" | "text" | "call")[];
                time_off_decided: ("slack" | "email" | "text" | "call")[];
                trade_decided: ("slack" | "email" | "text" | "call")[];
            };
            /** @description Why a method is not open to me; null where it is */
            closed: {
                /** @enum {string|null} */
                call: "not_connected" | "not_linked" | "no_address" | "not_configured" | "no_number" | null;
                /** @enum {string|null} */
                email: "not_connected" | "not_linked" | "no_address" | "not_configured" | "no_number" | null;
                /** @enum {string|null} */
                slack: "not_connected" | "not_linked" | "no_address" | "not_configured" | "no_number" | null;
                /** @enum {string|null} */
                text: "not_connected" | "not_linked" | "no_address" | "not_configured" | "no_number" | null;
            };
        };
        Occurrence: {
            changed: boolean;
            colour: string | null;
            /** Format: date-time */
            endsAt: string;
            localEnd: string;
            localStart: string;
            minutes: number;
            on: string;
            payload: components["schemas"]["ShiftPayload"] | components["schemas"]["AvailabilityPayload"];
            seriesId: string;
            /** Format: date-time */
            startsAt: string;
        };
        Offer: {
            /** Format: date-time */
            expiresAt: string;
            fromId: string;
            fromName: string;
            gives: components["schemas"]["OfferShift"];
            id: string;
            mayAccept: boolean;
            mayDecide: boolean;
            mayDecline: boolean;
            mayWithdraw: boolean;
            mine: boolean;
            note: string | null;
            people: {
                name: string;
                personId: string;
                returns: components["schemas"]["OfferShift"][];
                /** @enum {string} */
                state: "asked" | "declined" | "accepted" | "gone";
            }[];
            reason: string | null;
            /** @enum {string} */
            state: "open" | "waiting" | "done" | "withdrawn" | "expired" | "refused";
            takenBy: {
                name: string;
                personId: string;
            } | null;
            takes: components["schemas"]["OfferShift"] & (Record<string, never> | null);
            toEveryone: boolean;
        };
        OfferedNetwork: {
            /** @description The page of the network on which people post by themselves; null where there is none */
            composer: {
                carriesText: boolean;
                needsServer: boolean;
            } | null;
            limits: {
                pictures: number;
                text: number;
                /** @description Null where no video is posted */
                video: {
                    bytes: number;
                    leastSeconds: number;
                    seconds: number;
                } | null;
            };
            /** @enum {string} */
            name: "linkedin" | "x" | "facebook" | "threads" | "mastodon" | "bluesky";
            title: string;
            /** @description Why nobody connects an account here; null when all is well */
            unavailable: string | null;
        };
        OfferShift: {
            assignmentId: string;
            /** Format: date-time */
            endsAt: string;
            localEnd: string;
            localStart: string;
            locationName: string;
            roleId: string;
            roleName: string;
            shiftId: string;
            /** Format: date-time */
            startsAt: string;
            whole: boolean;
            zone: string;
        };
        OfferWithEffects: components["schemas"]["Offer"] & {
            effects: {
                effect: components["schemas"]["TradeEffect"];
                returnAssignmentId: string | null;
            }[];
        };
        OpenShift: {
            breakMinutes: number;
            claimId: string | null;
            effect: components["schemas"]["TradeEffect"];
            /** Format: date-time */
            endsAt: string;
            localEnd: string;
            localStart: string;
            locationName: string;
            missing: number;
            reasons: string[];
            roleId: string;
            roleName: string;
            shiftId: string;
            /** Format: date-time */
            startsAt: string;
            /** @enum {string} */
            state: "open" | "asked" | "blocked";
            zone: string;
        };
        Organisation: {
            currency: string;
            eventValues: components["schemas"]["EventWorth"];
            id: string;
            name: string;
            setupDone: boolean;
            smallGroup: number;
            timeZone: string;
        };
        OwnProfile: {
            contact: {
                address: string | null;
                email: string | null;
                emergency: {
                    name: string;
                    phone: string;
                    relation: string;
                } | null;
                phones: {
                    /** @enum {string} */
                    kind: "mobile" | "home" | "work";
                    number: string;
                }[];
                pronouns: string | null;
            };
            departments: string[];
            employment: {
                /** @enum {string|null} */
                kind: "full_time" | "part_time" | "temporary" | "contractor" | "apprentice" | "volunteer" | null;
                legalName: string | null;
                seniority: string | null;
                startDate: string | null;
            };
            id: string;
            locations: string[];
            manager: {
                id: string;
                name: string;
            } | null;
            name: string;
            notes: components["schemas"]["PersonNote"][];
            pictureAt: string | null;
            seenBy: {
                /** @enum {string} */
                address: "me" | "managers" | "everyone";
                /** @enum {string} */
                email: "me" | "managers" | "everyone";
                /** @enum {string} */
                emergency: "me" | "managers" | "everyone";
                /** @enum {string} */
                phones: "me" | "managers" | "everyone";
                /** @enum {string} */
                pronouns: "me" | "managers" | "everyone";
            };
        };
        OwnReminder: {
            at: string;
            id: string;
            local: string;
            text: string;
            zone: string;
        };
        PayrollMapping: {
            columns: ({
                /** @enum {string} */
                field: "person_name" | "person_id" | "role" | "location" | "department" | "day" | "first_day" | "last_day" | "hours" | "minutes" | "regular_hours" | "overtime_hours" | "overtime_minutes" | "premium_hours" | "premium_minutes" | "rate" | "amount" | "premium_amount" | "currency";
                heading: string;
            } | {
                heading: string;
                text: string;
            })[];
            /** @enum {string} */
            dates: "iso" | "dots" | "slashes" | "us";
            /** @enum {string} */
            decimals: "point" | "comma";
            id: string;
            name: string;
            revision: number;
            /** @enum {string} */
            rows: "day" | "span";
            /** @enum {string} */
            separator: "comma" | "semicolon" | "tab";
            /** @enum {string} */
            source: "planned" | "worked";
        };
        Period: {
            changes: number;
            days: number;
            /** Format: date */
            firstDay: string;
            id: string | null;
            /** @enum {string} */
            published: "none" | "part" | "all";
            revision: number;
        };
        PersonNote: {
            at: string;
            author: string;
            id: string;
            /** @enum {string} */
            seenBy: "managers" | "person";
            text: string;
        };
        PersonPage: {
            contact: {
                address?: string | null;
                email?: string | null;
                emergency?: {
                    name: string;
                    phone: string;
                    relation: string;
                } | null;
                phones?: {
                    /** @enum {string} */
                    kind: "mobile" | "home" | "work";
                    number: string;
                }[];
                pronouns?: string | null;
            };
            details: {
                departments: string[];
                locations: string[];
                roles: string[];
                state: string;
            } | null;
            employment: {
                /** @enum {string|null} */
                kind: "full_time" | "part_time" | "temporary" | "contractor" | "apprentice" | "volunteer" | null;
                legalName: string | null;
                seniority: string | null;
                startDate: string | null;
            } | null;
            id: string;
            manager: {
                id: string;
                name: string;
            } | null;
            may: {
                employ: boolean;
                note: boolean;
                qualify: boolean;
            };
            name: string;
            pictureAt: string | null;
        };
        Plan: {
            findings: string[];
            locations: {
                id: string;
                name: string;
                zone: string;
            }[];
            people: {
                id: string;
                minutes: number | null;
                name: string;
                nights: number | null;
                roles: string[];
                wantedMinutes: number | null;
                weekends: number | null;
            }[];
            periods: components["schemas"]["Period"][];
            revision: number;
            roles: {
                colour: string;
                departmentId: string | null;
                id: string;
                importance: number | null;
                locationId: string;
                name: string;
            }[];
            shifts: components["schemas"]["PlannedShift"][];
            totals: {
                costMinor: number | null;
                currency: string;
                minutes: number;
                open: number;
            };
            unavailable: {
                /** Format: date-time */
                endsAt: string;
                /** @enum {string} */
                kind: "time_off" | "unavailable";
                personId: string;
                /** Format: date-time */
                startsAt: string;
                words: string;
            }[];
            undo: string | null;
        };
        PlannedShift: {
            assignments: components["schemas"]["Assignment"][];
            cancelled: boolean;
            colour: string | null;
            /** Format: date */
            day: string;
            /** Format: date-time */
            endsAt: string;
            id: string;
            importance: number | null;
            label: string | null;
            localEnd: string;
            localStart: string;
            locationId: string;
            missing: number;
            needs: number;
            roleId: string;
            /** Format: date-time */
            startsAt: string;
            zone: string;
        };
        PlanUpdate: {
            /** Format: date-time */
            askedAt: string;
            id: string;
            outcome: {
                added: {
                    personId: string;
                    shiftId: string;
                }[];
                after: {
                    costMinor: number | null;
                    minutes: number;
                    open: number;
                };
                before: {
                    costMinor: number | null;
                    minutes: number;
                    open: number;
                };
                /** @enum {string} */
                ended: "optimal" | "work" | "time" | "stopped";
                filled: number;
                kept: number;
                missing: number;
                removed: {
                    personId: string;
                    shiftId: string;
                }[];
                seed: number;
                unfilled: {
                    candidates: {
                        personId: string;
                        words: string;
                    }[];
                    fixes: {
                        personId: string;
                        sentence: string;
                    }[];
                    missing: number;
                    shiftId: string;
                }[];
            } | null;
            problem: string | null;
            progress: {
                best: number | null;
                bound: number | null;
                limit: number;
                missing: number | null;
                seconds: number;
            } | null;
            seed: number;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "taken" | "dropped";
        };
        Problem: {
            code: string;
            detail: string;
            fields?: {
                [key: string]: string;
            };
            methods?: string[];
            overrulable?: boolean;
            reasons?: {
                hard: boolean;
                overrulable: boolean;
                words: string;
            }[];
            status: number;
            title: string;
            type: string;
        };
        Process: {
            archived: boolean;
            /** @description Null where it is not yours to know */
            audience: {
                /** @enum {string} */
                kind: "person" | "role" | "department" | "location";
                name: string;
                /** Format: uuid */
                ref: string;
            }[] | null;
            confidential: boolean;
            id: string;
            may: {
                edit: boolean;
                publish: boolean;
            };
            /** @description Of the people and roles that its steps are for */
            names: {
                [key: string]: string;
            };
            open: components["schemas"]["ProcessVersion"] | null;
            /** @description Null where nobody is known any more */
            owner: {
                id: string;
                name: string;
            } | null;
            published: components["schemas"]["ProcessVersion"] | null;
            reviewBy: string | null;
        };
        ProcessRun: {
            /** @description Null where nobody is known any more */
            doer: {
                id: string;
                name: string;
            } | null;
            done: number;
            dueAt: string | null;
            endedAt: string | null;
            id: string;
            items: {
                entry: {
                    arrivedAt: string;
                    /** @description Null where nobody is known any more */
                    by: {
                        id: string;
                        name: string;
                    } | null;
                    choice: number | null;
                    doneAt: string;
                    id: string;
                    pictureId: string | null;
                    value: number | null;
                    /** @description Of a measured value: whether it is within its limits */
                    within: boolean | null;
                    words: string;
                } | null;
                mayDo: boolean;
                mayTakeBack: boolean;
                /** @enum {string} */
                state: "open" | "done" | "later" | "skipped";
                step: components["schemas"]["ProcessStep"];
            }[];
            late: boolean;
            location: string | null;
            mayStop: boolean;
            /** @description Whether it is in your hands */
            mine: boolean;
            names: {
                [key: string]: string;
            };
            /** @description How many values were outside their limits */
            outside: number;
            processId: string;
            startedAt: string;
            /** @description Null where nobody is known any more */
            startedBy: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            state: "open" | "finished" | "stopped";
            steps: number;
            stoppedWhy: string;
            title: string;
            version: number;
        };
        ProcessStep: {
            choices: {
                label: string;
                next: string | "end" | null;
            }[];
            doer: {
                id: null;
                /** @enum {string} */
                kind: "anyone";
            } | {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "person" | "role";
            };
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "do" | "check" | "measure" | "photo" | "sign" | "decide" | "approve";
            measure: {
                max: number | null;
                min: number | null;
                unit: string;
            } | null;
            minutes: number | null;
            text: string;
            title: string;
        };
        ProcessVersion: {
            body: string;
            note: string;
            number: number;
            publishedAt: string | null;
            /** @description Null where nobody is known any more */
            publishedBy: {
                id: string;
                name: string;
            } | null;
            returnedNote: string;
            revision: number;
            /** @enum {string} */
            state: "draft" | "review" | "published" | "retired";
            steps: components["schemas"]["ProcessStep"][];
            /** @description Null where nobody is known any more */
            submittedBy: {
                id: string;
                name: string;
            } | null;
            title: string;
            writtenAt: string;
            /** @description Null where nobody is known any more */
            writtenBy: {
                id: string;
                name: string;
            } | null;
        };
        Publication: {
            /** Format: date-time */
            at: string;
            by: string;
            id: string;
            /** @enum {string} */
            kind: "publish" | "trade" | "claim" | "left";
            locationId: string | null;
            number: number;
            people: {
                ended: {
                    localEnd: string;
                    localStart: string;
                    premiumMinutes: number;
                    roleName: string;
                    seen: boolean;
                    shiftId: string;
                }[];
                given: {
                    localEnd: string;
                    localStart: string;
                    premiumMinutes: number;
                    roleName: string;
                    seen: boolean;
                    shiftId: string;
                }[];
                name: string;
                personId: string;
            }[];
            seen: number;
            told: number;
            why: string | null;
        };
        Qualification: {
            archived: boolean;
            description: string;
            expires: boolean;
            id: string;
            name: string;
        };
        Rank: {
            /** Format: uuid */
            personId: string;
            rank: number;
            weekday: number | null;
        };
        Recurrence: {
            ends: {
                /** @enum {string} */
                kind: "never";
            } | {
                count: number;
                /** @enum {string} */
                kind: "after";
            } | {
                date: string;
                /** @enum {string} */
                kind: "on";
            };
            repeat: {
                /** @enum {string} */
                every: "day";
                interval: number;
            } | {
                days: ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
                /** @enum {string} */
                every: "week";
                interval: number;
                /** @enum {string} */
                weekStart: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
            } | {
                /** @enum {string} */
                every: "month";
                interval: number;
                on: {
                    day: number;
                } | {
                    nth: number;
                    /** @enum {string} */
                    weekday: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
                };
            };
        } | null;
        ReportTotals: {
            acts: {
                comment: {
                    value: number;
                } | {
                    fewerThan: number;
                };
                /** @description How often the network’s own composer was opened; whether a post followed is not known */
                composer: {
                    value: number;
                } | {
                    fewerThan: number;
                };
                like: {
                    value: number;
                } | {
                    fewerThan: number;
                };
                reshare: {
                    value: number;
                } | {
                    fewerThan: number;
                };
                /** @description Posts made */
                share: {
                    value: number;
                } | {
                    fewerThan: number;
                };
            };
            /** @description Advocacy value in minor units, apart for each currency, the latest first */
            amounts: {
                currency: string;
                minor: number;
            }[];
            audience: {
                accounts: {
                    value: number;
                } | {
                    fewerThan: number;
                };
                countedAt: string | null;
                total: number | null;
            };
            /** @description Employees who acted; null in a report of one network */
            awareness: {
                value: number;
            } | {
                fewerThan: number;
            } | null;
            clicks: {
                robots: number;
                total: number;
                unique: number;
            };
        };
        RoleImportPreview: {
            columns: {
                name: string;
                sample: string;
            }[];
            from: string;
            mapping: {
                colour: number | null;
                days: number | null;
                department: number | null;
                end: number | null;
                headcount: number | null;
                location: number | null;
                people: number | null;
                rate: number | null;
                role: number | null;
                start: number | null;
            };
            missing: {
                departments: string[];
                locations: string[];
            };
            notes: string[];
            refusedFile: string | null;
            rows: components["schemas"]["RoleImportRow"][];
        };
        RoleImportResult: {
            added: number;
            changed: number;
            findings: string[];
            placesMade: number;
            refused: {
                line: number;
                role: string;
                why: string;
            }[];
            refusedFile: string | null;
            same: number;
            shifts: number;
        };
        RoleImportRow: {
            changes: {
                after: string;
                before: string;
                /** @enum {string} */
                field: "location" | "department" | "rate" | "colour" | "shifts";
            }[];
            line: number;
            location: string;
            mark: string;
            role: string;
            /** @enum {string} */
            verdict: "new" | "changed" | "same" | "error";
            why: string | null;
        };
        ScheduleMessage: {
            /** Format: date-time */
            at: string;
            id: string;
            /** @description How many have opened it on the web; known for sixty days */
            opened: number;
            people: number;
            text: string;
            to: {
                day: string | null;
                id: string;
                /** @enum {string} */
                kind: "person" | "role" | "shift";
                name: string;
            };
        };
        ScheduleMessageDetail: components["schemas"]["ScheduleMessage"] & {
            recipients: {
                name: string;
                openedAt: string | null;
                personId: string;
            }[];
        };
        ScheduleReport: {
            changes: {
                noticeDays: number | null;
                roles: {
                    claimed: number;
                    late: number | null;
                    locationName: string;
                    name: string;
                    premiumMinutes: number;
                    roleId: string | null;
                    told: number;
                    traded: number;
                }[];
                totals: {
                    claimed: number;
                    late: number | null;
                    premiumMinutes: number;
                    told: number;
                    traded: number;
                };
            };
            choices: {
                departments: {
                    id: string;
                    name: string;
                }[];
                locations: {
                    id: string;
                    name: string;
                }[];
                roles: {
                    departmentId: string | null;
                    id: string;
                    locationId: string;
                    name: string;
                }[];
            };
            coverage: {
                roles: {
                    covered: number;
                    locationName: string;
                    name: string;
                    needed: number;
                    over: number;
                    roleId: string | null;
                    share: number | null;
                    short: number;
                }[];
                totals: {
                    covered: number;
                    needed: number;
                    over: number;
                    share: number | null;
                    short: number;
                };
            };
            currency: string;
            exact: boolean;
            fairness: {
                people: {
                    disliked: number;
                    minutes: number;
                    name: string;
                    nights: number;
                    personId: string;
                    wanted: number | null;
                    weekends: number;
                }[];
                spread: {
                    disliked: {
                        least: number;
                        mean: number;
                        most: number;
                    };
                    minutes: {
                        least: number;
                        mean: number;
                        most: number;
                    };
                    nights: {
                        least: number;
                        mean: number;
                        most: number;
                    };
                    weekends: {
                        least: number;
                        mean: number;
                        most: number;
                    };
                } | null;
            };
            filled: {
                roles: {
                    filled: number;
                    locationName: string;
                    name: string;
                    places: number;
                    roleId: string | null;
                }[];
                totals: {
                    filled: number;
                    places: number;
                };
                weekdays: {
                    filled: number;
                    places: number;
                    weekday: number;
                }[];
            };
            /** Format: date */
            from: string;
            locations: {
                assignments: number;
                costMinor: number | null;
                costMinutes: number;
                locationId: string | null;
                name: string;
                overtime: number | null;
                people: number;
                planned: number;
                worked: number | null;
                workedCostMinor: number | null;
                workedOvertime: number | null;
            }[];
            people: {
                assignments: number;
                costMinor: number | null;
                costMinutes: number;
                name: string;
                overtime: number | null;
                people: number;
                personId: string;
                planned: number;
                worked: number | null;
                workedCostMinor: number | null;
                workedOvertime: number | null;
            }[];
            roles: {
                assignments: number;
                costMinor: number | null;
                costMinutes: number;
                locationName: string;
                name: string;
                overtime: number | null;
                people: number;
                planned: number;
                roleId: string | null;
                worked: number | null;
                workedCostMinor: number | null;
                workedOvertime: number | null;
            }[];
            timeClock: boolean;
            /** Format: date */
            to: string;
            totals: {
                assignments: number;
                costMinor: number | null;
                costMinutes: number;
                overtime: number | null;
                people: number;
                planned: number;
                worked: number | null;
                workedCostMinor: number | null;
                workedOvertime: number | null;
            };
        };
        ScheduleRule: {
            hard: boolean;
            /** @enum {string} */
            kind: "knows_role";
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "qualified";
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "available";
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "time_off";
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "never_ranked";
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "headcount";
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "holiday";
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "rest";
            minutes: number;
            sameDay: boolean;
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "day_hours";
            max: number | null;
            min: number | null;
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "week_hours";
            max: number | null;
            min: number | null;
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "period_hours";
            max: number | null;
            min: number | null;
            weight: number;
        } | {
            dayMinutes: number | null;
            hard: boolean;
            /** @enum {string} */
            kind: "overtime";
            /** @enum {string} */
            policy: "never" | "last_resort" | "free";
            weekMinutes: number | null;
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "days_in_row";
            max: number;
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "days_off";
            min: number;
            weight: number;
        } | {
            hard: boolean;
            /** @enum {string} */
            kind: "weekends";
            max: number;
            weight: number;
        } | {
            days: number;
            hard: boolean;
            /** @enum {string} */
            kind: "notice";
            weight: number;
        };
        ScheduleSettings: {
            availablePacks: {
                id: string;
                name: string;
                source: string;
            }[];
            /** @enum {string} */
            claims: "first" | "picked";
            findings: string[];
            packs: string[];
            periodFrom: string;
            periodWeeks: number;
            revision: number;
            rules: components["schemas"]["ScheduleRule"][];
            /** @enum {string} */
            schedulingOrder: "simple" | "detailed";
            timeClock: boolean;
            tradeDeadlineMinutes: number;
            /** @enum {string} */
            trades: "off" | "rules" | "approval";
            /** @enum {string} */
            unstated: "available" | "unavailable" | "as_stated";
            weekend: ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
            /** @enum {string} */
            weekStart: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
            weights: {
                cost: number;
                fairness: number;
                overtime: number;
                preference: number;
                rank: number;
                stability: number;
            };
        };
        ScimState: {
            baseUrl: string;
            token: {
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                lastUsedAt: string | null;
                madeBy: string;
            } | null;
        };
        ScimTokenMade: {
            token: string;
        };
        Series: {
            colour: string | null;
            exceptions: ({
                /** @enum {string} */
                kind: "removed";
                on: string;
            } | {
                colour?: string | null;
                /** @enum {string} */
                kind: "changed";
                minutes?: number;
                on: string;
                payload?: components["schemas"]["ShiftPayload"] | components["schemas"]["AvailabilityPayload"];
                start?: string;
            } | {
                colour?: string | null;
                /** @enum {string} */
                kind: "added";
                minutes?: number;
                on: string;
                payload?: components["schemas"]["ShiftPayload"] | components["schemas"]["AvailabilityPayload"];
            })[];
            id: string;
            minutes: number;
            payload: components["schemas"]["ShiftPayload"] | components["schemas"]["AvailabilityPayload"];
            revision: number;
            rule: components["schemas"]["Recurrence"];
            start: string;
            words: string;
            zone: string;
        };
        ShareReport: {
            before: components["schemas"]["ReportTotals"] & (Record<string, never> | null);
            campaigns: {
                acts: {
                    comment: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    /** @description How often the network’s own composer was opened; whether a post followed is not known */
                    composer: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    like: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    reshare: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    /** @description Posts made */
                    share: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                };
                /** @description Advocacy value in minor units, apart for each currency, the latest first */
                amounts: {
                    currency: string;
                    minor: number;
                }[];
                /** @description Employees who acted; null in a report of one network */
                awareness: {
                    value: number;
                } | {
                    fewerThan: number;
                } | null;
                clicks: {
                    robots: number;
                    total: number;
                    unique: number;
                };
                id: string;
                title: string;
            }[];
            change: {
                /** @description By how much it changed, as a fraction; null where nothing can be compared */
                audience: number | null;
                /** @description By how much it changed, as a fraction; null where nothing can be compared */
                awareness: number | null;
                /** @description By how much it changed, as a fraction; null where nothing can be compared */
                clicks: number | null;
                /** @description By how much it changed, as a fraction; null where nothing can be compared */
                shares: number | null;
                /** @description By how much it changed, as a fraction; null where nothing can be compared */
                value: number | null;
            };
            compared: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            } | null;
            /** @description Null while there are too few clicks to go by */
            hours: {
                best: {
                    hour: number;
                    weekday: number;
                };
                /** @description Clicks by weekday (Monday first) and hour */
                clicks: number[][];
            } | null;
            /** @description Of requests that are closed, where no network has few */
            networks: {
                acts: {
                    comment: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    /** @description How often the network’s own composer was opened; whether a post followed is not known */
                    composer: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    like: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    reshare: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    /** @description Posts made */
                    share: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                };
                /** @description Null where it would tell of few accounts */
                audience: number | null;
                clicks: {
                    robots: number;
                    total: number;
                    unique: number;
                };
                network: string;
            }[];
            overTime: {
                acts: {
                    comment: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    /** @description How often the network’s own composer was opened; whether a post followed is not known */
                    composer: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    like: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    reshare: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    /** @description Posts made */
                    share: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                };
                /** @description Advocacy value in minor units, apart for each currency, the latest first */
                amounts: {
                    currency: string;
                    minor: number;
                }[];
                /** @description Employees who acted; null in a report of one network */
                awareness: {
                    value: number;
                } | {
                    fewerThan: number;
                } | null;
                clicks: {
                    robots: number;
                    total: number;
                    unique: number;
                };
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            }[];
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /** @description At most 500, most shares first */
            requests: {
                acts: {
                    comment: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    /** @description How often the network’s own composer was opened; whether a post followed is not known */
                    composer: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    like: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    reshare: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    /** @description Posts made */
                    share: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                };
                /** @description Advocacy value in minor units, apart for each currency, the latest first */
                amounts: {
                    currency: string;
                    minor: number;
                }[];
                /** @description Employees who acted; null in a report of one network */
                awareness: {
                    value: number;
                } | {
                    fewerThan: number;
                } | null;
                campaignId: string | null;
                clicks: {
                    robots: number;
                    total: number;
                    unique: number;
                };
                id: string;
                /** Format: date-time */
                sentAt: string | null;
                title: string;
            }[];
            /** @description Figures of fewer people read "fewer than" this */
            smallGroup: number;
            /** @enum {string} */
            stride: "day" | "week" | "month";
            tags: {
                acts: {
                    comment: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    /** @description How often the network’s own composer was opened; whether a post followed is not known */
                    composer: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    like: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    reshare: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                    /** @description Posts made */
                    share: {
                        value: number;
                    } | {
                        fewerThan: number;
                    };
                };
                /** @description Advocacy value in minor units, apart for each currency, the latest first */
                amounts: {
                    currency: string;
                    minor: number;
                }[];
                /** @description Employees who acted; null in a report of one network */
                awareness: {
                    value: number;
                } | {
                    fewerThan: number;
                } | null;
                clicks: {
                    robots: number;
                    total: number;
                    unique: number;
                };
                tag: string;
            }[];
            totals: components["schemas"]["ReportTotals"];
            /** @description Shares in the total that are not told by network */
            unsplit: {
                value: number;
            } | {
                fewerThan: number;
            };
        };
        SheetPeriod: {
            days: number;
            /** Format: date */
            firstDay: string;
            isOver: boolean;
            /** Format: date */
            lastDay: string;
        };
        ShiftClaim: {
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            endsAt: string;
            id: string;
            localEnd: string;
            localStart: string;
            locationName: string;
            personId: string;
            personName: string;
            reasons: string[];
            roleName: string;
            shiftId: string;
            /** Format: date-time */
            startsAt: string;
            words: string;
            zone: string;
        };
        ShiftPayload: {
            breakMinutes: number;
            label: string | null;
            needs: number;
        };
        ShortLink: {
            clicks: {
                robots: number;
                scans: number;
                total: number;
                unique: number;
            };
            endsAt: string | null;
            /** Format: uuid */
            id: string;
            name: string | null;
            network: string;
            qrUrl: string;
            target: string;
            targetAfter: string | null;
            url: string;
            variant: number;
        };
        TimeOff: {
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: string | null;
            /** Format: date-time */
            endsAt: string;
            from: string;
            id: string;
            kindId: string;
            mayDecide: boolean;
            mayWithdraw: boolean;
            minutes: number;
            note: string | null;
            personId: string;
            personName: string;
            reason: string | null;
            /** Format: date-time */
            startsAt: string;
            /** @enum {string} */
            state: "asked" | "approved" | "declined" | "withdrawn";
            to: string;
            zone: string;
        };
        TimeOffBalance: {
            /** @enum {string} */
            accrual: "none" | "year" | "month";
            asked: number;
            corrected: number;
            dayMinutes: number;
            granted: number;
            kindId: string;
            minutes: number | null;
            name: string;
            used: number;
        };
        TimeOffConflict: {
            /** Format: date-time */
            endsAt: string;
            localEnd: string;
            localStart: string;
            published: boolean;
            roleId: string;
            roleName: string;
            shiftId: string;
            /** Format: date-time */
            startsAt: string;
            zone: string;
        };
        TimeOffKind: {
            /** @enum {string} */
            accrual: "none" | "year" | "month";
            archived: boolean;
            colour: string;
            dayMinutes: number;
            id: string;
            minutesAYear: number;
            name: string;
        };
        Timesheet: {
            entries: {
                breakMinutes: number;
                breaks: {
                    /** Format: date-time */
                    endsAt: string | null;
                    localEnd: string | null;
                    localStart: string;
                    /** Format: date-time */
                    startsAt: string;
                }[];
                /** Format: date */
                day: string;
                /** Format: date-time */
                endsAt: string | null;
                /** @description It still runs, long after the shift ended */
                forgotten: boolean;
                id: string;
                localEnd: string | null;
                localStart: string;
                locationId: string | null;
                locationName: string | null;
                overtimeMinutes: number;
                personId: string;
                roleId: string | null;
                roleName: string | null;
                /** @description The published shift that it was for; null: nobody planned this work */
                shiftId: string | null;
                /** Format: date-time */
                startsAt: string;
                version: number;
                /** @description A correction of it was asked for */
                waiting: boolean;
                workedMinutes: number;
                zone: string;
            }[];
            /** @description What I correct here holds at once */
            mayDecide: boolean;
            period: components["schemas"]["SheetPeriod"];
            person: components["schemas"]["TimesheetRow"];
            planned: {
                breakMinutes: number;
                /** Format: date */
                day: string;
                /** Format: date-time */
                endsAt: string;
                localEnd: string;
                localStart: string;
                locationId: string | null;
                locationName: string | null;
                roleId: string | null;
                roleName: string | null;
                shiftId: string;
                /** Format: date-time */
                startsAt: string;
                workMinutes: number;
                zone: string;
            }[];
            /** @description That they work in */
            roles: {
                id: string;
                locationId: string;
                locationName: string;
                name: string;
                zone: string;
            }[];
            /** @description Where the person works, for hours that were not clocked */
            zone: string;
        };
        TimesheetRow: {
            /** Format: date-time */
            approvedAt: string | null;
            approvedBy: string | null;
            /** @description Corrections that nobody has decided on */
            asked: number;
            breaks: number;
            /** @description Worked less planned */
            difference: number;
            entries: number;
            /** @description What runs does so long after the shift ended */
            forgotten: boolean;
            name: string;
            /** @description By the thresholds of the rules that hold for the person */
            overtime: number;
            personId: string;
            planned: number;
            /** @description Why I can’t approve it now */
            problem: string | null;
            /** Format: date-time */
            runningSince: string | null;
            /** @enum {string} */
            state: "open" | "approved" | "reopened";
            /** @description Of what was worked: that nobody planned */
            unplanned: number;
            worked: number;
        };
        Timesheets: {
            locations: {
                id: string;
                name: string;
            }[];
            people: components["schemas"]["TimesheetRow"][];
            period: components["schemas"]["SheetPeriod"];
            roles: {
                id: string;
                locationId: string;
                name: string;
            }[];
            totals: {
                breaks: number;
                difference: number;
                /** @description By the thresholds of the rules that hold for the person */
                overtime: number;
                planned: number;
                /** @description Of what was worked: that nobody planned */
                unplanned: number;
                worked: number;
            };
        };
        Topic: {
            channels: {
                id: string;
                name: string;
            }[];
            id: string;
            /** @enum {string} */
            kind: "open" | "assigned";
            /** @description Whether you may post to it */
            mayPost: boolean;
            name: string;
            /** @description Who may post to it, where it is assigned */
            publishers: {
                id: string;
                name: string;
            }[];
        };
        ToursAnswered: {
            toursAnswered: ("employees" | "schedulers" | "publishers" | "administrators")[];
        };
        TradeEffect: {
            currency: string | null;
            minutesAfter: number;
            minutesBefore: number;
            payMinor: number | null;
            words: string;
        };
        UtmTemplate: {
            id: string;
            isDefault: boolean;
            name: string;
            utm: {
                campaign?: string;
                content?: string;
                medium?: string;
                source?: string;
                term?: string;
            };
        };
        Webhook: {
            /** Format: date-time */
            createdAt: string;
            events: string[];
            /** Format: date-time */
            failingSince: string | null;
            /** Format: date-time */
            formerUntil: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "enabled" | "paused";
            url: string;
            /** @enum {string|null} */
            why: "by_hand" | "gone" | "failing" | null;
        };
        WebhookDelivery: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            eventId: string;
            /** Format: uuid */
            id: string;
            lastProblem: string | null;
            lastStatus: number | null;
            /** Format: date-time */
            lastTriedAt: string | null;
            /** Format: date-time */
            nextTryAt: string | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            tries: number;
            type: string;
        };
        WebhookSecret: {
            secret: string;
            webhook: components["schemas"]["Webhook"];
        };
        WorkRole: {
            archived: boolean;
            colour: string;
            conditions: {
                /** @enum {string} */
                condition: "must_have" | "must_not_have" | "must_be" | "must_not_be";
                /** Format: uuid */
                qualificationId: string;
            }[];
            departmentId: string | null;
            id: string;
            importance: number | null;
            locationId: string;
            name: string;
            people: string[];
            rate: {
                currency: string;
                minor: number;
            } | null;
            series: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
