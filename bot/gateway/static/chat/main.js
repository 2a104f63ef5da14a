import { Chat } from './chat.js';

new Chat().start();
